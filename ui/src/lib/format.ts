/** `2026-11-21` as `21/11/2026`; anything else comes back as it is. */
export function ukDate(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : date;
}

/** `21/11/2026`, `21.11.26` or `21-11-2026` as `2026-11-21`, or null when it is no day of the calendar. */
export function isoDate(typed: string): string | null {
  const parts = /^\s*(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})\s*$/.exec(typed);
  if (!parts) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}

/**
 * `12345` as `12,345`. Not by `Intl`: its first use reads every locale there is, 10 ms that the first
 * screen would wait for.
 */
export function count(value: number): string {
  return Math.round(value)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** With one decimal, unless it is a zero. */
function tenths(value: number): string {
  const [whole, tenth] = value.toFixed(1).split(".");
  return `${count(Number(whole))}${tenth === "0" ? "" : `.${tenth}`}`;
}

/** Bytes in words: `940 bytes`, `12.4 KB`, `3.1 MB`. */
export function bytes(value: number): string {
  if (value < 1_000) return `${count(value)} bytes`;
  if (value < 1_000_000) return `${tenths(value / 1_000)} KB`;
  return `${tenths(value / 1_000_000)} MB`;
}

/** Seconds in words for a wait: `45 s`, `2 min 5 s`. */
export function wait(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0
    ? `${Math.floor(seconds / 60)} min`
    : `${Math.floor(seconds / 60)} min ${rest} s`;
}

/** Up to two initials of a name: `Siobhán O’Brien-Ng` gives `SO`. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0] ?? "";
  const last = words.length > 1 ? (words[words.length - 1] ?? "") : "";
  return `${Array.from(first)[0] ?? ""}${Array.from(last)[0] ?? ""}`.toLocaleUpperCase("en-GB");
}

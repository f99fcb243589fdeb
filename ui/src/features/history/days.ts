import type { HistoryEntry, HistoryText } from "@/bindings/commands";

/** The entries of one day, under its heading. */
export interface Day {
  key: string;
  heading: string;
  entries: HistoryEntry[];
}

/** Entries by day, in the order they came in: the newest first. */
export function byDay(entries: readonly HistoryEntry[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last && last.key === entry.local_date) last.entries.push(entry);
    else days.push({ key: entry.local_date, heading: entry.day_heading, entries: [entry] });
  }
  return days;
}

/** What was switched on and off stands side by side on one line, everything else on a
 * line of its own; each change is said once. */
export function inLines(lines: readonly HistoryText[]): HistoryText[][] {
  const out: HistoryText[][] = [];
  const isSign = (line: HistoryText | undefined) => line?.tone === "on" || line?.tone === "off";
  for (const line of lines) {
    // The sentence that the record keeps; the coloured lines after it say the same.
    if (line.tone === "summary") continue;
    const last = out.at(-1);
    if (last && isSign(line) && isSign(last[0])) last.push(line);
    else out.push([line]);
  }
  return out;
}

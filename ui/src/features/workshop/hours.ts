/** Hours as they are typed: `8`, `7:30`, `7.5`; null for what is none. */
export function readHours(typed: string): number | null {
  const words = typed.trim();
  if (words === "") return 0;
  const clock = /^(\d{1,2}):([0-5]\d)$/.exec(words);
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : /^\d{1,2}([.,]\d{1,2})?$/.test(words)
      ? Math.round(Number(words.replace(",", ".")) * 60)
      : Number.NaN;
  return minutes >= 0 && minutes <= 24 * 60 ? minutes : null;
}

/** Minutes as hours are typed: `480` is `8`, `450` is `7:30`. */
export function hoursOf(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, "0")}`;
}

/** Whole days from one civil day to another, `2026-11-21` to `2026-12-14`; negative when it is past. */
export function daysUntil(today: string, day: string): number {
  return Math.round(
    (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000,
  );
}

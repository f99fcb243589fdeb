import { expect, it } from "vitest";
import { daysUntil } from "./due";

it.each([
  ["2026-11-21", "2026-12-14", 23],
  ["2026-11-21", "2026-11-21", 0],
  ["2026-11-21", "2026-11-20", -1],
  // The clocks go back on 25 October; the day has 25 hours and is still one day.
  ["2026-10-24", "2026-10-26", 2],
])("from %s to %s are %i days", (today, day, days) => {
  expect(daysUntil(today, day)).toBe(days);
});

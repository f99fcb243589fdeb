import { describe, expect, it } from "vitest";
import { bytes, count, initials, isoDate, ukDate, wait } from "./format";

describe("dates", () => {
  it.each([
    ["2026-11-21", "21/11/2026"],
    ["2024-02-29", "29/02/2024"],
    ["", ""],
    ["soon", "soon"],
  ])("shows %s as %s", (date, shown) => expect(ukDate(date)).toBe(shown));

  it.each([
    ["21/11/2026", "2026-11-21"],
    [" 1.3.1984 ", "1984-03-01"],
    ["29-02-2024", "2024-02-29"],
    ["29/02/2025", null],
    ["31/04/2026", null],
    ["11/21/2026", null],
    ["21/11/26", null],
    ["", null],
  ])("reads %s as %s", (typed, date) => expect(isoDate(typed)).toBe(date));
});

it.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1,000"],
  [94_958, "94,958"],
  [1_234_567, "1,234,567"],
])("groups the thousands of %d", (value, words) => expect(count(value)).toBe(words));

it.each([
  [940, "940 bytes"],
  [12_400, "12.4 KB"],
  [12_000, "12 KB"],
  [3_100_000, "3.1 MB"],
  [1_234_560_000, "1,234.6 MB"],
])("says %d bytes as %s", (value, words) => expect(bytes(value)).toBe(words));

it.each([
  [45, "45 s"],
  [60, "1 min"],
  [125, "2 min 5 s"],
])("says a wait of %d seconds as %s", (seconds, words) => expect(wait(seconds)).toBe(words));

it.each([
  ["Siobhán O’Brien-Ng", "SO"],
  ["Łukasz Nowak", "ŁN"],
  ["王", "王"],
  ["  ", ""],
])("takes the initials of %s", (name, letters) => expect(initials(name)).toBe(letters));

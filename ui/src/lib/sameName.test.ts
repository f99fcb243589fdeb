import { expect, it } from "vitest";
import { sameName } from "./sameName";

it.each([
  ["Siobhán O’Brien-Ng", "siobhán o'brien-ng", true],
  ["Siobhán O’Brien-Ng", "Siobhán O`Brien–Ng", true],
  ["Tom Reed", "Tom  Reed ", true],
  ["Tom Reed", "Tom", false],
  ["Zoë", "Zoe", false],
  ["", " ", false],
])("takes %s and %s for the same: %s", (name, typed, same) =>
  expect(sameName(name, typed)).toBe(same),
);

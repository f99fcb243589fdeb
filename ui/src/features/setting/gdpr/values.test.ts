import { expect, it } from "vitest";
import { sameValue, valueText } from "./values";

it.each([
  [true, "on"],
  [false, "off"],
  [12, "12"],
  ["", "empty"],
  [[], "empty"],
  [["Astra", "Corsa"], "Astra, Corsa"],
  [null, "empty"],
])("says %j as %s", (value, words) => expect(valueText(value)).toBe(words));

it("compares lists by content", () => {
  expect(sameValue(["a"], ["a"])).toBe(true);
  expect(sameValue(["a"], ["a", "b"])).toBe(false);
  expect(sameValue(undefined, null)).toBe(true);
});

import { expect, it } from "vitest";
import { changedLabel, changeText, sameValue, valueText } from "./values";

it.each([
  [true, "on"],
  [false, "off"],
  [12, "12"],
  ["", "empty"],
  [[], "empty"],
  [["Astra", "Corsa"], "Astra, Corsa"],
  [null, "empty"],
])("says %j as %s", (value, words) => expect(valueText(value)).toBe(words));

it("says of a value with parts only what changed", () => {
  const old = { name: "counter-pc", save_folder: "/home" };
  expect(changeText(old, { ...old, name: "SVC-02" })).toEqual(["Name: counter-pc", "Name: SVC-02"]);
});

it("compares lists by content", () => {
  expect(sameValue(["a"], ["a"])).toBe(true);
  expect(sameValue(["a"], ["a", "b"])).toBe(false);
  expect(sameValue(undefined, null)).toBe(true);
});

it("names known settings and leaves others as they are", () => {
  expect(changedLabel("gdpr.require_consent")).toBe("Require Consent for Marketing");
  expect(changedLabel("something.new")).toBe("something.new");
});

import { describe, expect, it } from "vitest";
import { hundredthsOf, moneyField, penceOf, pounds, quantity, quantityField } from "./money";

describe("money and quantities", () => {
  it.each([
    [0, "£0.00"],
    [5, "£0.05"],
    [18_960, "£189.60"],
    [123_456_789, "£1,234,567.89"],
    [-1_000, "−£10.00"],
  ])("writes %i pence as %s", (pence, written) => {
    expect(pounds(pence)).toBe(written);
    expect(penceOf(moneyField(pence))).toBe(pence);
  });

  it.each([
    [100, "1"],
    [150, "1.5"],
    [25, "0.25"],
    [405, "4.05"],
    [1_000_000, "10,000"],
  ])("writes %i hundredths as %s", (hundredths, written) => {
    expect(quantity(hundredths)).toBe(written);
    expect(hundredthsOf(quantityField(hundredths))).toBe(hundredths);
  });

  it.each([
    ["£1,200.50", 120_050],
    ["85", 8_500],
    [" 85.5 ", 8_550],
    [".25", 25],
    ["-£10", -1_000],
    ["0.1", 10],
    ["1.15", 115],
  ])("reads %s", (typed, pence) => {
    expect(penceOf(typed)).toBe(pence);
  });

  it.each(["", "£", ".", "1,20", "1.234", "1e3", "12 50", "eight", "1,2000", "9999999999999"])(
    "reads no amount in “%s”",
    (typed) => {
      expect(penceOf(typed)).toBeNull();
    },
  );
});

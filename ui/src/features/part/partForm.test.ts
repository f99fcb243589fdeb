import { describe, expect, it } from "vitest";
import { mergeFields } from "@/lib/forms";
import { noPart, typedMoney } from "./partForm";

describe("a part's form", () => {
  it("shows a price as it is typed", () => {
    expect(typedMoney("£1,200.50")).toBe("1200.50");
  });

  it("keeps what was typed over what somebody else saved, and takes the rest", () => {
    const opened = { ...noPart("12"), description: "Disc", unit_price: "10.00", location: "A1" };
    const mine = { ...opened, unit_price: "12.00" };
    const theirs = { ...opened, unit_price: "11.00", location: "B2" };
    expect(mergeFields(opened, mine, theirs)).toEqual({
      ...opened,
      unit_price: "12.00",
      location: "B2",
    });
  });
});

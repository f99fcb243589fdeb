import { describe, expect, it } from "vitest";
import type { PartId, PartLine, SaleLineSum, SaleSum } from "@/bindings/commands";
import { invoiced, isTyped, newSale, type TypedLine, withPart } from "./sale";

const disc: PartLine = {
  id: "3" as PartId,
  number: "1K0 615 301 AA",
  description: "Brake disc",
  location: "A3",
  unit_price: 120_050,
  unit_price_text: "£1,200.50",
  vat_rate: "standard",
  vat_label: "Standard 20%",
  in_stock: 400,
  in_stock_text: "4",
  low_stock_text: "",
  is_low: false,
  active: true,
  status: "",
};

const first = (lines: TypedLine[]) => lines[0] as TypedLine;

describe("a part that is added", () => {
  it("is a line at its own price", () => {
    const lines = withPart([], disc, "1");
    expect(first(lines)).toMatchObject({ partId: "3", quantity: "1", price: "1200.50" });
  });

  it("is one more of a line of the same part and price", () => {
    let lines = withPart([], disc, "1");
    lines = withPart(lines, disc, "1.5");
    lines = withPart(lines, disc, "0.25");
    expect(lines).toHaveLength(1);
    expect(first(lines).quantity).toBe("2.75");
  });

  it("is a line of its own beside one whose price was changed", () => {
    const [line] = withPart([], disc, "1");
    const lines = withPart([{ ...(line as TypedLine), price: "900" }], disc, "2");
    expect(lines.map(({ price, quantity }) => [price, quantity])).toEqual([
      ["900", "1"],
      ["1200.50", "2"],
    ]);
  });

  it("never adds to what cannot be read", () => {
    const [line] = withPart([], disc, "1");
    const lines = withPart([{ ...(line as TypedLine), quantity: "two" }], disc, "1");
    expect(lines).toHaveLength(2);
  });
});

describe("a sale", () => {
  it("holds something once there is a line or a name", () => {
    const sale = newSale();
    expect(isTyped(sale)).toBe(false);
    expect(isTyped({ ...sale, walkIn: "Mr Hale" })).toBe(true);
    expect(isTyped({ ...sale, lines: withPart([], disc, "1") })).toBe(true);
  });

  it("is sent as it was read, and not while a line cannot be", () => {
    const lines = withPart([], disc, "2");
    const read: SaleLineSum = {
      quantity: 200,
      unit_price: 120_050,
      quantity_problem: null,
      price_problem: null,
      net_text: "£2,401.00",
      in_stock_text: "4",
      location: "A3",
      would_leave: null,
      gone: false,
    };
    const sum: SaleSum = {
      lines: [read],
      rates: [],
      net_text: "",
      vat_text: "",
      total_text: "",
      problem: null,
      short: [],
      ready: true,
    };
    expect(invoiced(lines, sum)).toEqual([
      {
        kind: "part",
        part_id: "3",
        description: "",
        quantity: 200,
        unit_price: 120_050,
        vat_rate: "standard",
      },
    ]);
    expect(invoiced(lines, { ...sum, ready: false })).toBeNull();
  });
});

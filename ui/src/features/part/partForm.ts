import type { PartDraft, PartView } from "@/bindings/commands";

/** A part's fields as they are typed. */
export type PartFieldsTyped = PartDraft;

/** The fields a refusal can be about. */
export const PART_FIELDS = [
  "number",
  "description",
  "location",
  "unit_price",
  "vat_rate",
  "low_stock",
  "in_stock",
  "active",
];

/** A new part. */
export function noPart(number = ""): PartFieldsTyped {
  return {
    number,
    description: "",
    location: "",
    unit_price: "",
    vat_rate: "standard",
    low_stock: "",
    active: true,
  };
}

/** A part as it is edited. */
export function fieldsOf(part: PartView): PartFieldsTyped {
  return {
    number: part.number,
    description: part.description,
    location: part.location,
    unit_price: typedMoney(part.unit_price_text),
    vat_rate: part.vat_rate,
    low_stock: part.low_stock_text,
    active: part.active,
  };
}

/** `£1,200.50` as it is typed into a field: `1200.50`. */
export function typedMoney(words: string): string {
  return words.replace(/[£,]/g, "");
}

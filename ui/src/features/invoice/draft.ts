import type {
  InvoiceLineDraft,
  InvoiceLineKind,
  InvoiceView,
  PartId,
  PricedLine,
  VatRate,
} from "@/bindings/commands";
import { hundredthsOf, moneyField, penceOf, quantityField } from "@/lib/money";
import { text } from "@/lib/texts";

/** A line as it is typed. */
export interface TypedLine {
  /** Its own, for as long as the form stands. */
  key: string;
  kind: InvoiceLineKind;
  partId: PartId | null;
  partNumber: string;
  description: string;
  quantity: string;
  unitPrice: string;
  vatRate: VatRate;
}

/** The lines of a draft, as they stand in its fields. */
export function linesOf({ lines }: InvoiceView): TypedLine[] {
  return lines.map((line) => ({
    key: line.id,
    kind: line.kind,
    partId: line.part_id,
    partNumber: line.part_number,
    description: line.description,
    quantity: quantityField(line.quantity),
    unitPrice: moneyField(line.unit_price),
    vatRate: line.vat_rate,
  }));
}

export function newLine(): TypedLine {
  return {
    key: crypto.randomUUID(),
    kind: "other",
    partId: null,
    partNumber: "",
    description: "",
    quantity: "1",
    unitPrice: "",
    vatRate: "standard",
  };
}

/** Do both say the same? */
export function sameLines(one: readonly TypedLine[], other: readonly TypedLine[]): boolean {
  const said = (lines: readonly TypedLine[]) =>
    JSON.stringify(lines.map(({ key: _, ...line }) => line));
  return said(one) === said(other);
}

/** What is sent of the lines, or what is wrong with them by field: `lines.0.quantity`. */
export function sentLines(
  lines: readonly TypedLine[],
): { lines: InvoiceLineDraft[] } | { errors: Record<string, string> } {
  const errors: Record<string, string> = {};
  const sent = lines.map((line, at): InvoiceLineDraft => {
    const quantity = hundredthsOf(line.quantity);
    const unitPrice = penceOf(line.unitPrice);
    if (quantity === null) errors[`lines.${at}.quantity`] = text("invoice.notANumber");
    if (unitPrice === null) errors[`lines.${at}.unit_price`] = text("invoice.notAnAmount");
    return {
      kind: line.kind,
      ...(line.partId ? { part_id: line.partId } : {}),
      description: line.description,
      quantity: quantity ?? 0,
      unit_price: unitPrice ?? 0,
      vat_rate: line.vatRate,
    };
  });
  return Object.keys(errors).length > 0 ? { errors } : { lines: sent };
}

/** What is asked for the sums; null while a line cannot be read. */
export function pricedLines(lines: readonly TypedLine[]): PricedLine[] | null {
  const sent = sentLines(lines);
  if ("errors" in sent) return null;
  return sent.lines.map(({ quantity, unit_price, vat_rate }) => ({
    quantity,
    unit_price,
    vat_rate,
  }));
}

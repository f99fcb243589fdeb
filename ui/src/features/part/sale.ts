import type {
  InvoiceId,
  InvoiceView,
  PartId,
  PartLine,
  SaleLine,
  SaleLineSum,
  SaleSum,
  VatRate,
} from "@/bindings/commands";
import { typedMoney } from "./partForm";

/** A line of the counter as it is typed. */
export interface TypedLine {
  key: string;
  partId: PartId;
  number: string;
  description: string;
  quantity: string;
  price: string;
  vatRate: VatRate;
}

/** A sale as it is typed; who buys stands beside it. */
export interface Sale {
  /** The name of somebody who walked in. */
  walkIn: string;
  lines: TypedLine[];
  /** The form's own name for what it sends: sent twice, it makes one draft. */
  request: string;
  /** The draft that was made of it already, where posting did not come to its end. */
  draft: { id: InvoiceId; version: number } | null;
}

/** A sale that begins. */
export function newSale(): Sale {
  return { walkIn: "", lines: [], request: crypto.randomUUID(), draft: null };
}

/** Is there anything that would be lost? */
export function isTyped({ walkIn, lines }: Sale): boolean {
  return lines.length > 0 || walkIn.trim() !== "";
}

/** A quantity in hundredths, where it is written plainly; whatever else it may be is the dispatcher's to say. */
export function hundredths(typed: string): number | null {
  const parts = /^(\d{1,6})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  if (!parts) return null;
  return Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
}

export function written(value: number): string {
  const [whole, rest] = [Math.floor(value / 100), value % 100];
  if (rest === 0) return String(whole);
  return `${whole}.${String(rest).padStart(2, "0").replace(/0$/, "")}`;
}

/** The lines with a part added: more of a line of the same part at its own price, or one more line. */
export function withPart(lines: TypedLine[], part: PartLine, quantity: string): TypedLine[] {
  const price = typedMoney(part.unit_price_text);
  const more = hundredths(quantity);
  const at = lines.findIndex(
    (line) =>
      line.partId === part.id &&
      line.price === price &&
      line.vatRate === part.vat_rate &&
      hundredths(line.quantity) !== null,
  );
  const same = lines[at];
  if (same && more !== null) {
    const sum = (hundredths(same.quantity) ?? 0) + more;
    return lines.map((line) => (line === same ? { ...line, quantity: written(sum) } : line));
  }
  const line: TypedLine = {
    key: crypto.randomUUID(),
    partId: part.id,
    number: part.number,
    description: part.description,
    quantity: quantity.trim() === "" ? "1" : quantity.trim(),
    price,
    vatRate: part.vat_rate,
  };
  return [...lines, line];
}

/** The lines as they are summed. */
export function asked(lines: readonly TypedLine[]): SaleLine[] {
  return lines.map(({ partId, quantity, price, vatRate }) => ({
    part_id: partId,
    quantity,
    unit_price: price,
    vat_rate: vatRate,
  }));
}

/** What is wrong with a line, the quantity first. */
export function wrongOf(sum: SaleLineSum | undefined): string | null {
  return sum?.quantity_problem ?? sum?.price_problem ?? null;
}

/** The lines as the invoice takes them; null where one of them cannot be read. */
export function invoiced(lines: readonly TypedLine[], sum: SaleSum) {
  if (!sum.ready) return null;
  return lines.flatMap((line, at) => {
    const read = sum.lines[at];
    if (!read || read.quantity === null || read.unit_price === null) return [];
    return [
      {
        kind: "part" as const,
        part_id: line.partId,
        description: "",
        quantity: read.quantity,
        unit_price: read.unit_price,
        vat_rate: line.vatRate,
      },
    ];
  });
}

/** Pence as they are typed: `8550` is `85.50`. */
export function typedPence(pence: number): string {
  return `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
}

/** A draft that was kept, as the counter goes on with it. */
export function resumed(draft: InvoiceView): Sale {
  return {
    ...newSale(),
    walkIn: draft.contact ? "" : draft.name,
    draft: { id: draft.id, version: draft.version },
    lines: draft.lines.flatMap((line) =>
      line.part_id === null
        ? []
        : [
            {
              key: line.id,
              partId: line.part_id,
              number: line.part_number,
              description: line.description,
              quantity: written(line.quantity),
              price: typedPence(line.unit_price),
              vatRate: line.vat_rate,
            },
          ],
    ),
  };
}

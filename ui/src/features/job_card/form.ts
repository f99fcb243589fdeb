import type {
  InvoiceLineKind,
  JobCardDraft,
  JobCardView,
  JobLineDraft,
  JobLineId,
  JobLinesSum,
  PartId,
  PartLine,
  ResourceId,
  TypedJobLine,
  VatRate,
} from "@/bindings/commands";
import { mergeFields } from "@/lib/forms";

/** A line as it is typed. */
export interface TypedLine {
  key: string;
  id: JobLineId | null;
  kind: InvoiceLineKind;
  partId: PartId | null;
  partNumber: string;
  description: string;
  quantity: string;
  price: string;
  vatRate: VatRate;
}

/** A job card as it is typed. */
export interface TypedCard {
  technician: ResourceId | null;
  mileage: string;
  work: string;
  notes: string;
  due: string | null;
  lines: TypedLine[];
}

/** A line in which nothing was typed. */
export function blankLine(kind: InvoiceLineKind = "labour"): TypedLine {
  return {
    key: crypto.randomUUID(),
    id: null,
    kind,
    partId: null,
    partNumber: "",
    description: "",
    quantity: "",
    price: "",
    vatRate: "standard",
  };
}

/** Was anything typed in it? */
export function isBlank({ description, quantity, price, partId }: TypedLine): boolean {
  return partId === null && [description, quantity, price].every((typed) => typed.trim() === "");
}

/** The card as its form begins. */
export function typedOf(card: JobCardView): TypedCard {
  return {
    technician: card.technician?.id ?? null,
    mileage: card.mileage === null ? "" : String(card.mileage),
    work: card.work,
    notes: card.notes,
    due: card.due_on,
    lines: card.lines.map((line) => ({
      // By its number: the same at every reading, so that what did not change does not look changed.
      key: line.id,
      id: line.id,
      kind: line.kind,
      partId: line.part_id,
      partNumber: line.part_number ?? "",
      description: line.description,
      quantity: line.quantity_text,
      price: line.price_text,
      vatRate: line.vat_rate,
    })),
  };
}

/** The lines in which something was typed. */
export function written(lines: readonly TypedLine[]): TypedLine[] {
  return lines.filter((line) => !isBlank(line));
}

/** Do two cards say the same? */
export function sameCard(one: TypedCard, other: TypedCard): boolean {
  const plain = (card: TypedCard) => JSON.stringify({ ...card, lines: written(card.lines) });
  return plain(one) === plain(other);
}

/** Do two lists of lines say the same? */
function sameLines(one: readonly TypedLine[], other: readonly TypedLine[]): boolean {
  return JSON.stringify(written(one)) === JSON.stringify(written(other));
}

/** Miles as they are typed: `42,150`; null for what is no number, and undefined for none. */
export function miles(typed: string): number | null | undefined {
  const digits = typed.replaceAll(/[\s,.]/g, "");
  if (digits === "") return undefined;
  return /^\d{1,7}$/.test(digits) ? Number(digits) : null;
}

/** What the lines are added up by. */
export function asked(lines: readonly TypedLine[]): TypedJobLine[] {
  return lines.map(({ kind, quantity, price, vatRate }) => ({
    kind,
    quantity,
    unit_price: price,
    vat_rate: vatRate,
  }));
}

/** The card as it is saved; null where a line could not be read. */
export function draftOf(
  card: JobCardView,
  typed: TypedCard,
  lines: readonly TypedLine[],
  sum: JobLinesSum,
): JobCardDraft | null {
  const read: JobLineDraft[] = [];
  for (const [at, line] of lines.entries()) {
    const of = sum.lines[at];
    if (!of || of.quantity === null || of.unit_price === null) return null;
    read.push({
      ...(line.id === null ? {} : { id: line.id }),
      ...(line.partId === null ? {} : { part_id: line.partId }),
      kind: line.kind,
      description: line.description,
      quantity: of.quantity,
      unit_price: of.unit_price,
      vat_rate: line.vatRate,
    });
  }
  return {
    vehicle_id: card.vehicle?.id ?? null,
    technician_id: typed.technician,
    mileage: miles(typed.mileage) ?? null,
    work: typed.work,
    notes: typed.notes,
    due_on: typed.due,
    lines: read,
  };
}

/** A line with more typed into it. What nobody said yet of a new one is filled in: one hour at the rate. */
export function withTyped(
  line: TypedLine,
  change: Partial<TypedLine>,
  labourRate: string,
): TypedLine {
  const next = { ...line, ...change };
  if (next.kind !== "part" && line.kind === "part") {
    next.partId = null;
    next.partNumber = "";
  }
  const isFresh = line.price.trim() === "" || (line.kind === "labour" && line.price === labourRate);
  if (change.kind && isFresh)
    next.price = change.kind === "labour" && !isBlank(line) ? labourRate : "";
  if (isBlank(line) && change.description) {
    next.quantity ||= "1";
    if (next.kind === "labour") next.price ||= labourRate;
  }
  return next;
}

/** A line that is a part of the shelf: its words, its price and its VAT. */
export function withPart(line: TypedLine, part: PartLine, price: string): TypedLine {
  return {
    ...line,
    kind: "part",
    partId: part.id,
    partNumber: part.number,
    description: part.description,
    quantity: line.quantity.trim() === "" ? "1" : line.quantity,
    price,
    vatRate: part.vat_rate,
  };
}

/** What is typed, over what somebody else saved meanwhile: what was changed here stays, everything else is theirs. */
export function rebased(
  opened: TypedCard,
  mine: TypedCard,
  theirs: TypedCard,
): { card: TypedCard; linesOfBoth: boolean } {
  const changed = !sameLines(opened.lines, mine.lines);
  const known = new Set(theirs.lines.map(({ id }) => id));
  // A line that is gone from the card is a new one, or it could not be saved.
  const lines = mine.lines.map((line) =>
    line.id !== null && !known.has(line.id) ? { ...line, id: null } : line,
  );
  return {
    card: { ...mergeFields(opened, mine, theirs), lines: changed ? lines : theirs.lines },
    linesOfBoth: changed && !sameLines(opened.lines, theirs.lines),
  };
}

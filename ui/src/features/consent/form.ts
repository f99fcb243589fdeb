import type { ConsentForm, ConsentView, TickBox, TickName, TickParty } from "@/bindings/commands";

/** The parties of the compact view (N-02); a manufacturer has its own box per brand. */
export const PARTIES: readonly TickParty[] = ["us", "third_party"];
/** The kinds of message as boxes (N-04). */
export const KINDS: readonly TickName[] = ["service", "general"];

/** A box: ticked, not ticked, or grey, which leaves what stands under it (D-02). */
export type Tick = boolean | null;

/** Which of the dealership's boxes these are. */
export function sameBox(one: TickBox, other: TickBox): boolean {
  return one.party === other.party && one.tick === other.tick;
}

/** Turns a box by hand. What was ticked by hand is on purpose, so the rules are told of it. */
export function withTick(form: ConsentForm, box: TickBox, value: boolean): ConsentForm {
  const { party, tick } = box;
  const boxes = { ...form.boxes, [party]: { ...form.boxes[party], [tick]: value } };
  const known = !value || form.ticked.some((one) => sameBox(one, box));
  // Yes and No are one answer: a yes takes the no back.
  const refused = value ? form.refused.filter((one) => !sameBox(one, box)) : form.refused;
  return { ...form, boxes, refused, ticked: known ? form.ticked : [...form.ticked, box] };
}

/** A channel of the compact view that the customer said no to (N-04), or takes that back. */
export function withRefused(form: ConsentForm, box: TickBox, value: boolean): ConsentForm {
  const others = form.refused.filter((one) => !sameBox(one, box));
  return value
    ? { ...withTick(form, box, false), refused: [...others, box] }
    : { ...form, refused: others };
}

/** Does any answer stand, or an exclusion? Whom nobody asked can confirm nothing. */
export function hasAnswers({ rows, excluded }: ConsentView): boolean {
  return excluded || rows.some(({ cells }) => cells.some(({ state }) => state !== "unset"));
}

/** Is anything answered in it that was not when it was opened? */
export function isTurned(form: ConsentForm, opened: ConsentForm): boolean {
  return (
    form.excluded !== opened.excluded ||
    form.refused.length > 0 ||
    Object.keys(form.cells).length > 0 ||
    JSON.stringify(form.boxes) !== JSON.stringify(opened.boxes)
  );
}

/** Turns a brand's box by hand (D-09). */
export function withBrand(form: ConsentForm, brand: string, value: boolean): ConsentForm {
  const boxes = { ...form.boxes, brands: { ...form.boxes.brands, [brand]: value } };
  const others = form.brands_ticked.filter((one) => one !== brand);
  return { ...form, boxes, brands_ticked: value ? [...others, brand] : form.brands_ticked };
}

/** Answers cells of the matrix; null leaves them to the boxes, or as they stand. */
export function withCells(
  form: ConsentForm,
  subjects: readonly string[],
  value: Tick,
): ConsentForm {
  const cells = { ...form.cells };
  for (const subject of subjects) {
    if (value === null) delete cells[subject];
    else cells[subject] = value;
  }
  return { ...form, cells };
}

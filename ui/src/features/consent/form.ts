import type { ConsentForm, TickBox, TickName, TickParty } from "@/bindings/commands";

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
  return { ...form, boxes, ticked: known ? form.ticked : [...form.ticked, box] };
}

/** Turns a brand's box by hand (D-09). */
export function withBrand(form: ConsentForm, brand: string, value: boolean): ConsentForm {
  const boxes = { ...form.boxes, brands: { ...form.boxes.brands, [brand]: value } };
  const others = form.brands_ticked.filter((one) => one !== brand);
  return { ...form, boxes, brands_ticked: value ? [...others, brand] : form.brands_ticked };
}

/** Sets one cell of the full grid; null leaves it to the boxes, or as it stands. */
export function withCell(form: ConsentForm, subject: string, value: Tick): ConsentForm {
  const { [subject]: _, ...others } = form.cells;
  return { ...form, cells: value === null ? others : { ...others, [subject]: value } };
}

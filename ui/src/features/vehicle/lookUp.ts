import type { LookedUpView, PlateFacts, VehicleDraft } from "@/bindings/types";
import { type TextKey, text } from "@/lib/texts";
import { dayWords, recallWords } from "./words";

/** What a look-up can fill in. */
export type FactField =
  | "make"
  | "model"
  | "colour"
  | "fuel"
  | "first_registered"
  | "mot_due"
  | "last_v5c"
  | "recall";

type Facts = Partial<Pick<VehicleDraft, FactField>>;

/** A field in which the registers say something else than what stands there. */
export interface Difference {
  field: FactField;
  label: TextKey;
  /** What stands there, and what they say, in words. */
  stands: string;
  found: string;
}

/** What came of a look-up, held against a form. */
export interface Compared {
  /** For the fields that are empty. */
  fills: Facts;
  /** For those that say something else. Taken over only where somebody says so. */
  differs: readonly Difference[];
  facts: Facts;
}

const labels: Record<FactField, TextKey> = {
  make: "vehicle.make",
  model: "vehicle.model",
  colour: "vehicle.colour",
  fuel: "vehicle.fuel",
  first_registered: "vehicle.firstRegistered",
  mot_due: "vehicle.motDue",
  last_v5c: "vehicle.lastV5c",
  recall: "vehicle.recall",
};

const FIELDS = Object.keys(labels) as FactField[];

/** The facts as a form has them. DVLA tells the month of the first registration; a day comes only where DVSA knows one of that month. */
function asTyped(facts: PlateFacts): Facts {
  const day = facts.first_used;
  const month = facts.first_registered;
  const isThatMonth = day !== null && (month === null || day.startsWith(month));
  return {
    make: facts.make ?? undefined,
    model: facts.model ?? undefined,
    colour: facts.colour ?? undefined,
    fuel: facts.fuel ?? undefined,
    first_registered: isThatMonth ? day : undefined,
    mot_due: facts.mot_due ?? undefined,
    last_v5c: facts.last_v5c ?? undefined,
    recall: facts.recall ?? undefined,
  };
}

/** Is nothing said yet in a field? */
function isEmpty(field: FactField, value: string | null | undefined): boolean {
  return field === "recall" ? value === "unknown" : (value ?? "").trim() === "";
}

const folded = (value: string) => value.trim().replace(/\s+/gu, " ").toLowerCase();

function words(field: FactField, value: string): string {
  if (field === "recall") return recallWords(value as VehicleDraft["recall"]);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? dayWords(value) : value;
}

/** Holds what the registers say against what stands in a form: nothing typed is written over by it. */
export function compare(draft: VehicleDraft, said: LookedUpView): Compared {
  const facts = asTyped(said.facts);
  const fills: Facts = {};
  const differs: Difference[] = [];
  for (const field of FIELDS) {
    const found = facts[field];
    if (!found || isEmpty(field, found)) continue;
    const stands = draft[field] ?? "";
    if (isEmpty(field, stands)) Object.assign(fills, { [field]: found });
    else if (folded(stands) !== folded(found)) {
      const label = labels[field];
      differs.push({ field, label, stands: words(field, stands), found: words(field, found) });
    }
  }
  return { fills, differs, facts };
}

/** What was filled in, as one line says it. */
export function filledWords({ fills }: Compared): string {
  const names = FIELDS.filter((field) => fills[field] !== undefined).map((field) =>
    text(labels[field]),
  );
  return names.join(", ");
}

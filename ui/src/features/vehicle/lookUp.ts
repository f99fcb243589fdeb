import type { LookedUpView, PlateFacts, VehicleLookUp } from "@/bindings/types";
import { count } from "@/lib/format";
import { type TextKey, text } from "@/lib/texts";
import type { VehicleForm } from "./draft";
import { dayWords, monthWords, recallWords } from "./words";

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

export type Facts = Partial<Pick<VehicleForm, FactField>>;

/** What the registers say of a field, beside what stands there. */
export interface Said {
  field: FactField;
  label: string;
  /** In words; empty where nothing stands there yet. */
  stands: string;
  found: string;
}

/** What came of a look-up, held against a form. */
export interface Compared {
  facts: Facts;
  /** For the fields that are empty. */
  fills: readonly Said[];
  /** For those that say something else: taken over only where somebody says so. */
  differs: readonly Said[];
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

/**
 * The facts as a form has them. DVLA tells the month of the first registration alone: a day comes only where
 * DVSA knows one of that month.
 */
function asTyped(facts: PlateFacts): Facts {
  const { first_used: day, first_registered: month } = facts;
  const ofThatMonth = day !== null && (month === null || day.startsWith(month)) ? day : undefined;
  return {
    make: facts.make ?? undefined,
    model: facts.model ?? undefined,
    colour: facts.colour ?? undefined,
    fuel: facts.fuel ?? undefined,
    first_registered: ofThatMonth,
    mot_due: facts.mot_due ?? undefined,
    last_v5c: facts.last_v5c ?? undefined,
    recall: facts.recall ?? undefined,
  };
}

/** Is nothing said yet in a field? */
const isEmpty = (field: FactField, value: string) =>
  field === "recall" ? value === "unknown" : value.trim() === "";

const folded = (value: string) => value.trim().replace(/\s+/gu, " ").toLowerCase();

function words(field: FactField, value: string): string {
  if (isEmpty(field, value)) return "";
  return field === "recall" ? recallWords(value as VehicleForm["recall"]) : dayWords(value);
}

/** Holds what the registers say against what stands in a form. */
export function compare(form: VehicleForm, said: LookedUpView): Compared {
  const facts = asTyped(said.facts);
  const fills: Said[] = [];
  const differs: Said[] = [];
  for (const field of FIELDS) {
    const found = facts[field];
    if (found === undefined || isEmpty(field, found)) continue;
    const stands = form[field];
    if (folded(stands) === folded(found)) continue;
    const one = {
      field,
      label: text(labels[field]),
      stands: words(field, stands),
      found: words(field, found),
    };
    (isEmpty(field, stands) ? fills : differs).push(one);
  }
  return { facts, fills, differs };
}

/** A form with these fields as the registers say. */
export function taken(form: VehicleForm, facts: Facts, fields: readonly FactField[]): VehicleForm {
  const chosen = FIELDS.filter((field) => fields.includes(field) && facts[field] !== undefined);
  return { ...form, ...Object.fromEntries(chosen.map((field) => [field, facts[field]])) };
}

/** What they say that is kept beside the fields: the mileage at the last MOT test. */
export function toldOf({ facts: { mileage } }: LookedUpView): VehicleLookUp {
  return mileage === null ? {} : { miles: mileage.miles, on: mileage.on };
}

/** What they say beside the fields of a record, and which of them said nothing. */
export function alsoSaid({ facts, registers }: LookedUpView): string[] {
  const { tax_status, tax_due, mot_status, mileage, year, first_registered } = facts;
  const lines = [
    tax_status !== null &&
      (tax_due === null
        ? text("vehicle.taxWords", { status: tax_status })
        : text("vehicle.taxWordsDue", { status: tax_status, date: dayWords(tax_due) })),
    mot_status !== null && text("vehicle.motStatusWords", { status: mot_status }),
    mileage !== null &&
      text("vehicle.mileageWords", { count: count(mileage.miles), date: dayWords(mileage.on) }),
    year !== null && text("vehicle.yearWords", { year: String(year) }),
    first_registered !== null &&
      text("vehicle.monthWords", { month: monthWords(first_registered) }),
    facts.marked_for_export === true && text("vehicle.exportWords"),
    // One without a key is nobody's news.
    ...registers
      .filter(({ problem }) => problem !== null && problem !== "no_key")
      .map(({ words: why }) => text("vehicle.partly", { words: sentence(why ?? "") })),
  ];
  return lines.filter((line): line is string => line !== false);
}

const sentence = (why: string) => why.charAt(0).toUpperCase() + why.slice(1);

import type {
  BookingDraft,
  BookingView,
  ContactVehicleRow,
  ResourceId,
  VehicleId,
  VehicleView,
} from "@/bindings/commands";
import { text } from "@/lib/texts";
import { readTime, timeOf } from "./times";

/** What stands for a vehicle that is typed, and for one that nobody knows yet. */
export const OTHER = "other";
export const UNKNOWN = "unknown";

/** The fields of the form as they are typed. */
export interface BookingFields {
  /** The number of one of the customer's vehicles, `OTHER` or `UNKNOWN`. */
  vehicle: string;
  plate: string;
  work: string;
  day: string | null;
  /** `09:30`. */
  time: string;
  minutes: number;
  resource: ResourceId | null;
  notes: string;
}

/** A vehicle that can be chosen. */
export interface VehicleChoice {
  value: VehicleId;
  label: string;
}

type Chosen = Pick<ContactVehicleRow, "id" | "registration" | "make" | "model">;

const choiceOf = ({ id, registration, make, model }: Chosen): VehicleChoice => ({
  value: id,
  label:
    [registration, [make, model].filter(Boolean).join(" ")].filter(Boolean).join(" · ") ||
    text("booking.vehicleNameless"),
});

/** The vehicles a customer keeps, and the one that somebody came from. */
export function choicesOf(
  kept: readonly ContactVehicleRow[],
  from: VehicleView | undefined,
): VehicleChoice[] {
  const choices = kept.filter(({ until }) => until === null).map(choiceOf);
  if (!from || choices.some(({ value }) => value === from.id)) return choices;
  return [choiceOf(from), ...choices];
}

/** An hour, unless somebody says otherwise. */
const USUAL_MINUTES = 60;

/** What a new booking begins with. */
export interface Begin {
  day: string;
  start: number;
  resource: ResourceId | null;
  vehicle: VehicleId | null;
}

/** A new booking: of the vehicle that somebody came from, or the customer's where they have just one. */
export function newFields(begin: Begin, choices: readonly VehicleChoice[]): BookingFields {
  const [only] = choices.length === 1 ? choices : [];
  const from = choices.find(({ value }) => value === begin.vehicle);
  return {
    vehicle: (from ?? only)?.value ?? UNKNOWN,
    plate: "",
    work: "",
    day: begin.day,
    time: timeOf(begin.start),
    minutes: USUAL_MINUTES,
    resource: begin.resource,
    notes: "",
  };
}

/** A booking as it stands. */
export function fieldsOf(view: BookingView, choices: readonly VehicleChoice[]): BookingFields {
  const known = choices.find(({ value }) => value === view.vehicle_id);
  const has = view.registration !== "" || view.vehicle_id !== null;
  return {
    vehicle: known?.value ?? (has ? OTHER : UNKNOWN),
    plate: known || !has ? "" : view.registration,
    work: view.work,
    day: view.day,
    time: view.time,
    minutes: view.minutes,
    resource: view.resource_id,
    notes: view.notes,
  };
}

/** What is wrong with the fields before anything is sent, by their names. */
export function fieldErrors(fields: BookingFields, dayIsDay: boolean): Record<string, string> {
  const errors: Record<string, string> = {};
  if (fields.work.trim() === "") errors.work = text("booking.workNeeded");
  if (!dayIsDay) errors.day = text("common.dateNotADay");
  else if (fields.day === null) errors.day = text("booking.dayNeeded");
  const starts = readTime(fields.time);
  if (starts === null || starts % 15 !== 0) errors.time = text("booking.startWrong");
  return errors;
}

/** The fields as they are sent. */
export function draftOf(
  fields: BookingFields,
  choices: readonly VehicleChoice[],
  opened: BookingView | null,
): BookingDraft {
  const chosen = choices.find(({ value }) => value === fields.vehicle);
  const typed = fields.vehicle === OTHER ? fields.plate.trim() : "";
  // A vehicle that is none of the customer's any more stays while its plate stands as it was.
  const stays =
    opened?.vehicle_id != null && fields.vehicle === OTHER && typed === opened.registration;
  return {
    vehicle_id: stays ? opened.vehicle_id : (chosen?.value ?? null),
    registration: stays ? "" : typed,
    day: fields.day ?? "",
    starts: readTime(fields.time) ?? -1,
    minutes: fields.minutes,
    resource_id: fields.resource,
    work: fields.work,
    notes: fields.notes,
  };
}

/** The lengths that can be chosen: quarters of an hour at first, then halves, then hours. */
export const LENGTHS: readonly number[] = [
  15,
  30,
  45,
  60,
  75,
  90,
  105,
  120,
  ...Array.from({ length: 12 }, (_, at) => 150 + at * 30),
  ...Array.from({ length: 4 }, (_, at) => 540 + at * 60),
];

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { Channel, ContactId, Recall, ReminderKind, VehicleId, Verdict } from "./shared";

/** From a day on a contact keeps the vehicle, or nobody on file does: it was sold. Whoever else kept it did until then. Somebody who keeps it already says by this that it is theirs still, which answers the question whether the keeper may have changed (M-15). */
export type ChangeKeeper = { id: VehicleId,
/** The version that was seen. */
version: number,
/** Who keeps it from then on; absent for nobody on file. */
contact_id: ContactId | null,
/** Since which day, as ISO text. */
on: string, };

/** Gives a vehicle another plate from a day on. What it bore before is kept, and finds it. */
export type ChangePlate = { id: VehicleId,
/** The version that was seen. */
version: number,
/** What it bears from then on, in any spelling; empty for no plate. */
registration: string,
/** Since which day, as ISO text. */
on: string,
/** Another vehicle bears that plate and gives it up. Without this the plate is refused. */
from_other?: boolean, };

/** A vehicle in the hands of the contact. */
export type ContactVehicleRow = {
/** From when to when they keep it, as ISO text; absent where nobody knows, and while they do. */
since: string | null, until: string | null, id: VehicleId, registration: string, vin: string, make: string, model: string,
/** ISO text, absent for none. */
mot_due: string | null, service_due: string | null,
/** Has it an outstanding recall? */
recalled: boolean, no_service_contact: boolean,
/** Who keeps it: the latest where several are noted. */
keeper_id: ContactId | null,
/** As called; empty where nobody on file does. */
keeper: string, };

/** Creates a vehicle, with whoever keeps it. */
export type CreateVehicle = { vehicle: VehicleDraft,
/** Whose it is; nobody's where it is absent. */
contact_id?: ContactId,
/** Since which day, as ISO text; since nobody knows when where it is absent. */
on?: string,
/** A name the form gave itself when it was opened: sent again, it gets the vehicle that it made the first time. Empty where whoever calls has no form. */
request?: string, };

/** Exports all vehicles, or those that are due.  The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave. */
export type ExportVehicles = VehicleFilter;

/** A vehicle that was found. */
export type FoundVehicle = { by: FoundVehicleBy,
/** What it bore, where it was found by that. */
former: string | null, id: VehicleId, registration: string, vin: string, make: string, model: string,
/** ISO text, absent for none. */
mot_due: string | null, service_due: string | null,
/** Has it an outstanding recall? */
recalled: boolean, no_service_contact: boolean,
/** Who keeps it: the latest where several are noted. */
keeper_id: ContactId | null,
/** As called; empty where nobody on file does. */
keeper: string, };

/** By what a vehicle was found. */
export type FoundVehicleBy = "registration" | "former_registration" | "vin" | "looks_alike";

/** Shows one vehicle. */
export type GetVehicle = { id: VehicleId, };

/** Lists them. */
export type ListContactVehicles = { contact_id: ContactId, };

/** Asks for a page. */
export type ListVehicles = { sort?: VehicleSort, descending?: boolean,
/** In the orders by a day that is due: those that are due until this day, as ISO text. */
due_until?: string,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Prints all vehicles, or those that are due, as they stand on the screen.  The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave. */
export type PrintVehicles = VehicleFilter;

/** Whether the keeper may be reminded by one channel. */
export type ReminderChannel = { channel: Channel,
/** `Email`, `Letter` ... */
label: string, verdict: Verdict,
/** Every reason, in the order of the gates. */
reasons: Array<string>, };

/** What becomes of a reminder. */
export type ReminderState = "may_send" | "dropped" | "question";

/** Finds vehicles. */
export type SearchVehicles = {
/** What is typed. */
term: string,
/** How many rows to show; at most 50. */
limit?: number, };

/** Saves an edited vehicle, unless somebody else saved it meanwhile. */
export type UpdateVehicle = { id: VehicleId,
/** The version that was edited. */
version: number,
/** All its fields. */
vehicle: VehicleDraft, };

/** The fields of a vehicle that staff edit. Dates are ISO text, empty for none. */
export type VehicleDraft = {
/** The plate, in any spelling. Another one than stands here puts it right; one that moved is `change_plate`'s. */
registration: string, vin: string, make: string, model: string, colour: string, fuel: string, first_registered: string, mot_due: string, service_due: string, last_v5c: string, recall: Recall,
/** Its keeper wants no service messages about it (N-07). */
no_service_contact: boolean,
/** A further reading of the mileage, in miles. */
mileage?: number,
/** The day of that reading; today where it is absent. */
mileage_on?: string,
/** What the registers told beside the fields, where the form looked the plate up (T-02). */
looked_up?: VehicleLookUp, };

/** Which vehicles, in which order. */
export type VehicleFilter = { sort?: VehicleSort, descending?: boolean,
/** In the orders by a day that is due: those that are due until this day, as ISO text. */
due_until?: string, };

/** Who keeps a vehicle. */
export type VehicleHolder = { contact_id: ContactId,
/** As called. */
name: string,
/** Account reference. */
reference: string,
/** Since when, as ISO text; absent where nobody knows. */
since: string | null, };

/** Who keeps a vehicle, or did. */
export type VehicleKeeper = {
/** Until when, as ISO text; absent while they keep it. */
until: string | null,
/** When it was last said to be theirs, as ISO text. */
confirmed_on: string | null, contact_id: ContactId,
/** As called. */
name: string,
/** Account reference. */
reference: string,
/** Since when, as ISO text; absent where nobody knows. */
since: string | null, };

/** What a look-up told that is no field of a form. */
export type VehicleLookUp = {
/** The mileage at the last MOT test. */
miles?: number,
/** The day of that test, as ISO text. */
on?: string, };

/** What was found. */
export type VehicleMatches = {
/** The best matches first. */
rows: Array<FoundVehicle>,
/** Vehicles that may have been meant: to be asked about, never taken for what was typed. */
suggestions: Array<FoundVehicle>,
/** Are there more than shown, or may there be? */
more: boolean, };

/** A plate that a vehicle bore before. */
export type VehiclePlate = { registration: string,
/** ISO dates, absent where nobody knows. */
since: string | null, until: string | null, };

/** What a mileage was. */
export type VehicleReading = {
/** ISO date. */
read_on: string, miles: number,
/** `typed`, `booking`, `job_card` or `mot`. */
source: 'typed' | 'booking' | 'job_card' | 'mot', };

/** A reminder about a vehicle. */
export type VehicleReminder = { kind: ReminderKind,
/** `MOT`, `Service` or `Recall`. */
label: string,
/** What it would say is due, as ISO text; nothing is, with a recall. */
due: string | null, state: ReminderState,
/** Why it is dropped or a question, or by what it may go out, in one sentence. */
why: string,
/** Channel by channel, for the keeper; empty where nobody keeps it. */
channels: Array<ReminderChannel>, };

/** One line of the list. */
export type VehicleRow = { id: VehicleId, registration: string, vin: string, make: string, model: string,
/** ISO text, absent for none. */
mot_due: string | null, service_due: string | null,
/** Has it an outstanding recall? */
recalled: boolean, no_service_contact: boolean,
/** Who keeps it: the latest where several are noted. */
keeper_id: ContactId | null,
/** As called; empty where nobody on file does. */
keeper: string, };

/** By what the list is ordered; what says nothing there stands last. */
export type VehicleSort = "registration" | "make" | "mot_due" | "service_due";

/** A vehicle. Dates are ISO text, absent where nobody knows. */
export type VehicleView = { id: VehicleId,
/** To be sent back with an edit. */
version: number,
/** `EU56 JEC Ford Focus`. */
called: string,
/** The plate as it is written; empty while it bears none. */
registration: string,
/** Since when it bears it. */
plate_since: string | null, vin: string, make: string, model: string, colour: string, fuel: string, first_registered: string | null, mot_due: string | null, service_due: string | null, last_v5c: string | null, recall: Recall,
/** In words. */
recall_text: string,
/** When that was said last. */
recall_on: string | null,
/** Its keeper wants no service messages about it. */
no_service_contact: boolean,
/** When its plate was looked up last, at the dealership. */
looked_up_local: string | null,
/** What is worth a second look. */
warnings: Array<string>,
/** Who keeps it: the latest where several are noted. */
keeper: VehicleHolder | null,
/** Who keeps it and who did, the latest first. */
keepers: Array<VehicleKeeper>,
/** The plates it bore before, the latest first. */
plates: Array<VehiclePlate>,
/** What its mileage was, the latest first. */
mileages: Array<VehicleReading>,
/** What its keeper may be reminded of. */
reminders: Array<VehicleReminder>,
/** Who changed it last, and when, at the dealership; empty where nobody did at a desk. */
changed_by: string, changed_local: string, };

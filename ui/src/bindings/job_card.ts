// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { BookingId, Channel, ContactId, InvoiceId, InvoiceLineKind, JobCardId, JobLineId, JobStatus, Money, PartId, Quantity, ResourceId, VatRate, VehicleId, Verdict } from "./shared";

/** Exports the list, as it is filtered. */
export type ExportJobCards = {
/** Only those that are neither collected nor cancelled, by the day they are promised for. */
open: boolean,
/** Only those that stand here; it counts before `open`. */
status: JobStatus | null,
/** Only those of one technician or ramp. */
technician_id: ResourceId | null, };

/** Shows one job card. */
export type GetJobCard = { id: JobCardId, };

/** The fields of a job card that staff edit. */
export type JobCardDraft = { vehicle_id: VehicleId | null,
/** The technician or ramp. */
technician_id: ResourceId | null, mileage: number | null,
/** What the customer asked for. */
work: string, notes: string,
/** When it is promised for; an ISO date. */
due_on: string | null, lines: Array<JobLineDraft>, };

/** One card. */
export type JobCardLine = { id: JobCardId, number: string, contact_id: ContactId,
/** The customer as called. */
customer: string, registration: string,
/** Make and model. */
vehicle: string,
/** What the customer asked for, its first line. */
work: string, technician: string, status: JobStatus,
/** ISO dates. */
opened_on: string | null, due_on: string | null, };

/** A job card. */
export type JobCardView = { id: JobCardId,
/** To be sent back with an edit. */
version: number,
/** `JC-000012`. */
number: string, status: JobStatus,
/** Is something still to be done? */
open: boolean, contact: JobContact,
/** How they may be told about this job. */
reach: Array<JobReach>, vehicle: JobVehicle | null,
/** The plate, of a vehicle without a record too. */
registration: string,
/** The booking it was opened from. */
booking_id: BookingId | null, technician: JobTechnician | null,
/** What this card reads. */
mileage: number | null,
/** What the customer asked for. */
work: string, notes: string,
/** ISO dates. */
opened_on: string | null,
/** When it is promised for. */
due_on: string | null,
/** When it became ready and was collected, at the dealership. */
ready_local: string | null, collected_local: string | null,
/** When it was last changed, at the dealership, and by whom. */
changed_local: string, changed_by: string, lines: Array<JobLineView>, sums: JobSums, invoice: JobInvoice | null,
/** Why no invoice can be made of it now; absent where one can, or was. */
invoice_why_not: string | null,
/** Where it may go, onwards first. */
steps: Array<JobStep>,
/** Why nothing on it can be changed any more; absent while it can. */
closed: string | null,
/** Why its lines cannot be changed; absent while they can. */
lines_closed: string | null,
/** What an hour of work costs today, in pence: what a new line of labour begins with. */
labour_rate: Money,
/** The same as it is typed: `85.00`. */
labour_rate_text: string, };

/** Whose the card is. */
export type JobContact = { id: ContactId,
/** The account reference. */
reference: string,
/** As called. */
name: string, };

/** The invoice that charges the card. */
export type JobInvoice = { id: InvoiceId,
/** Absent for a draft. */
number: string | null, posted: boolean, };

/** A line of a job card as typed. */
export type JobLineDraft = {
/** The line that it was; absent for a new one. */
id?: JobLineId, kind: InvoiceLineKind,
/** The part it is, from the shelf; absent for one that was only typed. */
part_id?: PartId,
/** What was done or fitted. */
description: string,
/** Hours, pieces, litres, in hundredths. */
quantity: Quantity,
/** For one, without VAT, in pence. */
unit_price: Money, vat_rate: VatRate, };

/** What was read of a line. */
export type JobLineSum = {
/** In hundredths; absent where it cannot be read. */
quantity: Quantity | null,
/** In pence; absent where it cannot be read. */
unit_price: Money | null,
/** What is wrong with the quantity. */
quantity_problem: string | null,
/** What is wrong with the price. */
price_problem: string | null,
/** Without VAT: `£127.50`; empty where it cannot be worked out. */
net_text: string, };

/** A line. */
export type JobLineView = { id: JobLineId, kind: InvoiceLineKind,
/** The part it is, from the shelf. */
part_id: PartId | null,
/** Its number there. */
part_number: string | null, description: string,
/** In hundredths. */
quantity: Quantity,
/** `1.5`. */
quantity_text: string,
/** For one, without VAT, in pence. */
unit_price: Money,
/** As it is typed: `85.00`. */
price_text: string, vat_rate: VatRate, };

/** What lines come to as they are typed. */
export type JobLinesSum = { lines: Array<JobLineSum>,
/** Absent while a line cannot be read, or all together are too much. */
sums: JobSums | null,
/** What is wrong with the lines together. */
problem: string | null, };

/** The answer for one channel. */
export type JobReach = { channel: Channel, verdict: Verdict,
/** The reason that decides. */
words: string, };

/** Where the card may go from here. */
export type JobStep = { to: JobStatus,
/** Does it take back an earlier step? */
back: boolean,
/** Why it may not go there now; absent where it may. */
why_not: string | null, };

/** What all lines come to. */
export type JobSums = {
/** Line by line, without VAT. */
lines: Array<Money>, net: Money,
/** `£192.00`. */
net_text: string,
/** Per rate that occurs, over the sum of its lines (T-05). */
vat: Array<JobVat>, total: Money,
/** `£230.40`. */
total_text: string, };

/** The technician or ramp. */
export type JobTechnician = { id: ResourceId, name: string, };

/** What the lines of one rate come to. */
export type JobVat = { rate: VatRate,
/** `Standard 20%`. */
label: string, net: Money,
/** `£192.00`. */
net_text: string, vat: Money,
/** `£38.40`. */
vat_text: string, };

/** What is worked on. */
export type JobVehicle = { id: VehicleId,
/** The plate. */
registration: string, make: string, model: string, vin: string,
/** The last reading, of whatever source. */
last_mileage: number | null,
/** When that was; an ISO date. */
last_mileage_on: string | null, };

/** Asks for a page of them, newest first. */
export type ListContactJobCards = { contact_id: ContactId,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Asks for a page. */
export type ListJobCards = {
/** Only those that are neither collected nor cancelled, by the day they are promised for. */
open: boolean,
/** Only those that stand here; it counts before `open`. */
status: JobStatus | null,
/** Only those of one technician or ramp. */
technician_id: ResourceId | null,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Opens a job card: from a booking, whose vehicle has arrived, or for a customer at the counter. A booking has one card: asked for again, it is the same. */
export type OpenJobCard = {
/** The booking; then nothing else is needed. */
booking_id?: BookingId,
/** Whose card it is, where there is no booking. */
contact_id?: ContactId, vehicle_id?: VehicleId,
/** What the clock of the vehicle reads. */
mileage?: number,
/** A name the screen gave itself: sent again, it gets the card that it opened the first time. */
request?: string, };

/** Prints a job card: what is to be done, without prices, telephone numbers or anything about marketing. */
export type PrintJobCard = { id: JobCardId, };

/** Prints the list, as it is filtered. */
export type PrintJobCards = {
/** Only those that are neither collected nor cancelled, by the day they are promised for. */
open: boolean,
/** Only those that stand here; it counts before `open`. */
status: JobStatus | null,
/** Only those of one technician or ramp. */
technician_id: ResourceId | null, };

/** Moves a job card to another status. *Invoiced* comes by posting its invoice, and from nowhere else. */
export type SetJobStatus = { id: JobCardId,
/** The version that was seen. */
version: number, to: JobStatus,
/** What the clock of the vehicle reads, asked for when it arrives; absent leaves it as it stands. */
mileage?: number, };

/** Reads lines that are not saved yet, and adds them up. Nothing is kept. */
export type SumJobLines = { lines: Array<TypedJobLine>, };

/** A line as it is typed. */
export type TypedJobLine = { kind: InvoiceLineKind,
/** `1.5`. */
quantity: string,
/** For one, without VAT: `85`, `85.00`; with a minus for a discount. */
unit_price: string, vat_rate: VatRate, };

/** Saves an edited job card with its lines, unless somebody else saved it meanwhile. */
export type UpdateJobCard = { id: JobCardId,
/** The version that was edited. */
version: number,
/** All its fields and lines. */
card: JobCardDraft, };

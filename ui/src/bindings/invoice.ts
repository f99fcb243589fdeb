// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactEmail, ContactPhone } from "./contact";
import type { ContactId, Department, InvoiceId, InvoiceKind, InvoiceLineId, InvoiceLineKind, InvoiceStatus, JobCardId, Money, PartId, Quantity, Series, VatRate, VatSum, VehicleId, Verdict } from "./shared";

/** Credits an invoice, whole or in part, and posts the credit note at once unless it is to stay a draft. */
export type CreditInvoice = { id: InvoiceId,
/** How many credit notes of it were shown, drafts too: somebody may have made one meanwhile. */
seen: number,
/** Why. */
reason: string, lines: Array<CreditLine>,
/** Is it to stay a draft for now? */
draft?: boolean, };

/** How much of a line is credited. */
export type CreditLine = { line_id: InvoiceLineId, quantity: Quantity,
/** Does the part go back to the shelf? Of a line without one it says nothing. */
back_to_stock?: boolean, };

/** Drafts an invoice. A job card has one draft: who asks again gets the same. */
export type DraftInvoice = {
/** Its lines, vehicle and mileage are taken from this job card. */
job_card_id?: JobCardId,
/** `parts` for the counter. */
kind?: InvoiceKind,
/** Who buys. */
contact_id?: ContactId,
/** Or the name of somebody who walked in; may be empty. */
name?: string, lines?: Array<InvoiceLineDraft>,
/** A name the form gave itself when it was opened: sent again, it gets the draft that it made the first time. Empty where whoever calls has no form. */
request?: string, };

/** Drops a draft: it has no number yet, so none is missing. */
export type DropInvoice = { id: InvoiceId,
/** The version that was seen. */
version: number, };

/** Prepares the mail, with the settings of today. */
export type EmailInvoice = {
/** Which; it has to be posted. */
id: InvoiceId, };

/** What was prepared. */
export type EmailedInvoice = {
/** To which address. */
address: string,
/** The file's name. */
file: string | null,
/** The folder it lies in; absent for a document in the viewer. */
folder: string | null,
/** Was it opened in another program? */
opened: boolean,
/** What `show_in_folder` is asked for; absent where nobody can be shown a folder. */
saved?: string,
/** Did the person change their mind? */
cancelled: boolean, };

/** Exports the list.  The filter itself, not a part: a word that it does not know would else be passed over, and everything leave. */
export type ExportInvoices = InvoiceFilter;

/** Finds by number, however it is typed: `SI-000042`, `si42`, or `42` of any series. */
export type FindInvoices = { term: string, };

/** Shows an invoice or credit note, draft or posted. */
export type GetInvoice = { id: InvoiceId, };

/** What may be done with it as it stands. */
export type InvoiceActions = {
/** `update_invoice`. */
change: boolean,
/** `drop_invoice`. */
drop: boolean,
/** `post_invoice`: it is a draft with lines. */
post: boolean,
/** `credit_invoice`: something is left. */
credit: boolean,
/** Print, save and send: only what is posted. */
send: boolean, };

/** A job card. */
export type InvoiceCard = { id: JobCardId, number: string, };

/** A contact as it stands today. */
export type InvoiceContact = { id: ContactId, reference: string,
/** As called today. */
name: string, phones: Array<ContactPhone>, emails: Array<ContactEmail>,
/** Somebody told that they died (L-03). */
died: boolean,
/** What the one decision says about sending this document to the first address. */
mail: InvoiceMail, };

/** Which documents. */
export type InvoiceFilter = {
/** Of one department with its credit notes, or of all. */
department?: Department,
/** Of one kind alone, or of all. */
kind?: InvoiceKind,
/** Drafts, or what was posted, or both. */
status?: InvoiceStatus, };

/** A line as it was typed. */
export type InvoiceLineDraft = { kind: InvoiceLineKind,
/** The part that posting takes from the shelf. */
part_id?: PartId,
/** Empty for a part: then its own words are taken. */
description: string,
/** In hundredths. */
quantity: Quantity,
/** In pence for one, without VAT; below nothing for a discount. */
unit_price: Money, vat_rate: VatRate, };

/** A line. */
export type InvoiceLineView = { id: InvoiceLineId, kind: InvoiceLineKind, part_id: PartId | null, part_number: string, description: string, quantity: Quantity, unit_price: Money, net: Money, vat_rate: VatRate, vat_percent: number,
/** How much posted credit notes credit of it. */
credited: Quantity,
/** How much is left to credit, if drafts of credit notes are posted too. */
left: Quantity,
/** What lies on the shelf of its part today; absent for what was posted. */
in_stock: Quantity | null, };

/** Another document. */
export type InvoiceLink = { id: InvoiceId, status: InvoiceStatus,
/** Empty while it is a draft. */
number: string, total: Money,
/** `28/11/2026`. */
posted_text: string, reason: string, };

/** What the one decision says about sending a posted document by email. */
export type InvoiceMail = { verdict: Verdict,
/** Why, in words. */
reasons: Array<string>, };

/** A row. */
export type InvoiceRow = { id: InvoiceId, kind: InvoiceKind, department: Department, status: InvoiceStatus,
/** `Service invoice`, `Credit note`. */
title: string,
/** Empty for a draft. */
number: string, contact_id: ContactId | null, job_card_id: JobCardId | null,
/** As it was posted with; of a draft as the contact is called today. */
name: string, registration: string,
/** In pence; of a credit note below nothing, for it is owed back. */
net: Money, vat: Money, total: Money,
/** `28/11/2026`; empty for a draft. */
posted_text: string, due_text: string, };

/** A series. */
export type InvoiceSeries = { series: Series,
/** What bears its numbers. */
label: string,
/** As it will be written. */
next: string,
/** The number in it. */
next_at: number,
/** Was anything of it posted? Then it goes on as it is. */
in_use: boolean, };

/** What they come to. */
export type InvoiceSums = {
/** Each line without VAT, in their order. */
nets: Array<Money>, rates: Array<VatSum>, net: Money, vat: Money, total: Money, };

/** An invoice or credit note, draft or posted. Money is in pence, quantities and percentages in hundredths. */
export type InvoiceView = { id: InvoiceId,
/** To be sent back with an edit, and with posting. */
version: number, kind: InvoiceKind, department: Department, status: InvoiceStatus,
/** `Service invoice`, `Credit note`. */
title: string,
/** Empty while it is a draft. */
number: string,
/** As it was posted with; of a draft as it would be posted with now. */
name: string,
/** Lines; as with the name. */
address: string, registration: string,
/** Make and model. */
vehicle: string,
/** Absent where nobody read it. */
mileage: number | null,
/** Why there is a credit. */
reason: string, lines: Array<InvoiceLineView>,
/** VAT rate by rate. */
rates: Array<VatSum>, net: Money, vat: Money, total: Money,
/** ISO day; empty while it is a draft. */
posted_on: string,
/** `28/11/2026`. */
posted_text: string,
/** ISO day. */
due_on: string, due_text: string,
/** When and by whom it was posted, at the dealership; empty while it is a draft. */
posted_local: string, posted_by: string, created_local: string,
/** When and by whom it was last changed. */
changed_local: string, changed_by: string,
/** The contact as it stands today; absent for somebody who walked in. */
contact: InvoiceContact | null, vehicle_id: VehicleId | null, card: InvoiceCard | null,
/** What a credit note credits. */
credits: InvoiceLink | null,
/** The credit notes of it, oldest first, drafts too. */
credited_by: Array<InvoiceLink>,
/** What posted credit notes come to. */
credited: Money,
/** Is nothing left to credit? */
used_up: boolean, may: InvoiceActions, };

/** Asks for a page, newest first, drafts among them. */
export type ListContactInvoices = { contact_id: ContactId,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Shows each series of numbers with the next one. */
export type ListInvoiceSeries = Record<symbol, never>;

/** Asks for a page. */
export type ListInvoices = {
/** Of one department with its credit notes, or of all. */
department?: Department,
/** Of one kind alone, or of all. */
kind?: InvoiceKind,
/** Drafts, or what was posted, or both. */
status?: InvoiceStatus,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Posts a draft, of an invoice or of a credit note. */
export type PostInvoice = { id: InvoiceId,
/** The version that was seen. */
version: number,
/** May there be less than nothing on the shelf afterwards (T-09)? */
accept_short?: boolean, };

/** What was posted. */
export type PostedInvoice = {
/** Where it was posted already when this was asked: by whom and when. It was posted once. */
already: string | null, id: InvoiceId,
/** To be sent back with an edit, and with posting. */
version: number, kind: InvoiceKind, department: Department, status: InvoiceStatus,
/** `Service invoice`, `Credit note`. */
title: string,
/** Empty while it is a draft. */
number: string,
/** As it was posted with; of a draft as it would be posted with now. */
name: string,
/** Lines; as with the name. */
address: string, registration: string,
/** Make and model. */
vehicle: string,
/** Absent where nobody read it. */
mileage: number | null,
/** Why there is a credit. */
reason: string, lines: Array<InvoiceLineView>,
/** VAT rate by rate. */
rates: Array<VatSum>, net: Money, vat: Money, total: Money,
/** ISO day; empty while it is a draft. */
posted_on: string,
/** `28/11/2026`. */
posted_text: string,
/** ISO day. */
due_on: string, due_text: string,
/** When and by whom it was posted, at the dealership; empty while it is a draft. */
posted_local: string, posted_by: string, created_local: string,
/** When and by whom it was last changed. */
changed_local: string, changed_by: string,
/** The contact as it stands today; absent for somebody who walked in. */
contact: InvoiceContact | null, vehicle_id: VehicleId | null, card: InvoiceCard | null,
/** What a credit note credits. */
credits: InvoiceLink | null,
/** The credit notes of it, oldest first, drafts too. */
credited_by: Array<InvoiceLink>,
/** What posted credit notes come to. */
credited: Money,
/** Is nothing left to credit? */
used_up: boolean, may: InvoiceActions, };

/** A line as far as its sum goes. */
export type PricedLine = {
/** In hundredths. */
quantity: Quantity,
/** In pence for one, without VAT. */
unit_price: Money, vat_rate: VatRate, };

/** Prints it, with the settings of today. */
export type PrintInvoice = {
/** Which. */
id: InvoiceId, };

/** Prints the list.  The filter itself, not a part: a word that it does not know would else be passed over. */
export type PrintInvoices = InvoiceFilter;

/** Saves it, with the settings of today. */
export type SaveInvoice = {
/** Which. */
id: InvoiceId, };

/** Begins a series of numbers elsewhere than at 1, as long as nothing of it was posted. */
export type StartInvoiceSeries = { series: Series,
/** The number of the first document. */
first: number, };

/** Works it out. Nothing is written. */
export type SumInvoice = { lines: Array<PricedLine>, };

/** Saves a draft, unless somebody else changed or posted it meanwhile. */
export type UpdateInvoice = { id: InvoiceId,
/** The version that was edited. */
version: number,
/** Who buys at the counter; of a job card's invoice the card says it. */
contact_id?: ContactId,
/** Or the name of somebody who walked in. */
name?: string, lines: Array<InvoiceLineDraft>, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId, Shade } from "./shared";

/** Finds a receipt. */
export type FindReceipt = {
/** Its number, typed or scanned in any way. */
number: string, };

/** A receipt that is on file. */
export type FoundReceipt = {
/** As printed, `R-7K2M-Q9XD-4F`. */
number: string, contact_id: ContactId,
/** The account's name today. */
name: string,
/** The account reference. */
reference: string,
/** `21/11/2026 10:42`. */
at_local: string,
/** Who made it. */
by: string, workstation: string,
/** `PDF` or `JSON-LD`. */
form: string,
/** Did it say that nothing is sent at all? */
excluded: boolean,
/** Has anything been recorded since? */
changed_since: boolean,
/** The table's columns. */
channels: Array<string>,
/** The table. */
parties: Array<ReceiptParty>,
/** The words under the table. */
remarks: Array<string>,
/** How it was recorded, as it said. */
records: Array<string>,
/** The exact words it gave. */
notices: Array<ReceiptWords>, };

/** What was made. */
export type MadeReceipt = {
/** Its number; absent when nothing was made after all. */
number: string | null,
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

/** Makes a consent receipt. */
export type MakeReceipt = {
/** For whom. */
contact_id: ContactId,
/** As what. */
form: ReceiptForm, };

/** One word of the table. */
export type ReceiptCell = {
/** What the mark stands for; a yes behind an exclusion is no yes. */
shade: Shade,
/** `Yes`, `Not asked`, `Withdrawn`, ... */
words: string,
/** Might messages be sent on it? */
allowed: boolean, };

/** What a receipt is made as. */
export type ReceiptForm = "pdf" | "json_ld";

/** One line of the table. */
export type ReceiptLine = {
/** `Service Follow Up`. */
purpose: string,
/** One for each channel. */
cells: Array<ReceiptCell>, };

/** What one party might send. */
export type ReceiptParty = {
/** Whose messages. */
party: string,
/** Kind by kind. */
lines: Array<ReceiptLine>, };

/** Words that had been shown. */
export type ReceiptWords = {
/** Counts wordings. */
version: number,
/** The words. */
text: string, };

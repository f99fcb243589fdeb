// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactLine } from "./contact";
import type { ImportId } from "./shared";

/** Has the desk's outlet offer a file, of contacts or of the flags that are carried over: the one whose place was typed, or the one that is chosen in the system's dialog. Where a typed place lies is the outlet's business: only it knows what computer the desk stands at. */
export type ChooseImportFile = {
/** What was typed; empty for the dialog. */
typed: string, };

/** A file that can be imported. */
export type ChosenFile = {
/** By which other commands ask for it; absent when the person changed their mind. */
file: string | null, name: string | null, };

/** What the file says of consent, by contacts created. */
export type ImportConsentCounts = {
/** Contacts with at least one permission that the file states with date and source. */
granted: number,
/** Contacts with refusals only. */
refused: number,
/** Contacts about which nothing is recorded. */
none: number, };

/** A row whose person is on file: by email address, by account reference and name, or by name and number, postcode or plate. */
export type ImportDuplicate = {
/** Its line in the file. */
line: number,
/** What they share: the email address, else the account reference, number, postcode or plate. */
email: string,
/** The contact that has it; absent when it stands in the same file. */
existing: ContactLine | null,
/** The line of the first row with it, when it stands in the same file. */
first_line: number | null, };

/** A field as the screen shows it. */
export type ImportField = {
/** The word in a mapping. */
field: string,
/** The words on the screen. */
label: string,
/** Must it be mapped? None is on its own: a name or a company it takes. */
required: boolean, };

/** What a file is. */
export type ImportInspection = { file_name: string,
/** Its size. */
bytes: number,
/** Whose export it is. */
layout: ImportLayout,
/** Its encoding, in words. */
encoding: string,
/** What divides its cells. */
delimiter: string,
/** How many rows it has, blank ones left out. */
rows: number,
/** Its columns. */
headers: Array<string>,
/** Its first rows, cell by cell. */
sample: Array<Array<string>>,
/** The likely mapping. */
mapping: { [key in string]: Array<string> },
/** All fields there are. */
fields: Array<ImportField>, };

/** Whose export a file is. */
export type ImportLayout = "outlook" | "google" | "forecourt" | "other";

/** One import. */
export type ImportLine = { id: ImportId, file_name: string,
/** When, at the dealership. */
local: string, by: string,
/** Contacts created. */
created: number,
/** Was it undone? */
undone: boolean,
/** Can it be undone? */
undoable: boolean,
/** Why not. */
undo_refusal: string | null, };

/** Something wrong with a row. Never holds anything of the row itself. */
export type ImportProblem = {
/** Its line in the file. */
line: number,
/** The column's name; empty when the whole row is meant. */
column: string,
/** What is wrong. */
message: string,
/** Was the row left out? Else it was imported without the cell. */
left_out: boolean, };

/** Rows of which one thing is to be said. */
export type ImportProblemGroup = {
/** The column's name; empty when the whole row is meant. */
column: string,
/** What is wrong. */
message: string,
/** How many rows. */
rows: number,
/** The line of the first. */
first_line: number,
/** The lines of all of them: `3 to 202, 210`. */
lines: string, };

/** What an import did, or would do. */
export type ImportReport = {
/** Was it only tried? */
dry_run: boolean,
/** The import, to undo it by. */
import_id: ImportId | null,
/** Rows in the file, blank ones left out. */
rows: number,
/** Contacts created. */
created: number,
/** Rows left out because a contact already has the address. */
skipped: number,
/** Rows left out because something is wrong with them. */
failed: number,
/** Rows that only say no: those of a list of refusals make no contact. */
listed: number,
/** Refusals that could not be recorded, because nobody is on file by what the row names; the first 1,000. */
unrecorded: Array<ImportProblem>,
/** How many there are. */
unrecorded_total: number,
/** The same, those of one cause together. */
unrecorded_groups: Array<ImportProblemGroup>,
/** Rows whose address a contact already has; the first 1,000. */
duplicates: Array<ImportDuplicate>,
/** How many there are. */
duplicates_total: number,
/** Rows that were left out; the first 1,000. */
errors: Array<ImportProblem>,
/** How many there are. */
errors_total: number,
/** The same, those of one cause together. */
error_groups: Array<ImportProblemGroup>,
/** Cells that were not taken over, in rows that were; the first 1,000. */
warnings: Array<ImportProblem>,
/** How many there are. */
warnings_total: number,
/** The same, those of one cause together. */
warning_groups: Array<ImportProblemGroup>, consent: ImportConsentCounts,
/** Rows that say *must not be marketed to*: excluded from all marketing. */
suppressed: number,
/** Contacts already there that the file's refusals restricted. */
restricted: number,
/** Cells that hold a placeholder in place of an address (L-04). */
placeholders: number, };

/** Looks into a file: what it is, its first rows, and which column is likely what. */
export type InspectImport = {
/** The file, as the outlet offered it. */
file: string,
/** A name to follow and cancel the work by. */
job: string, };

/** Shows the last imports, newest first. */
export type ListImports = Record<symbol, never>;

/** Imports the contacts of a file, all or none of them. A dry run does the same and writes nothing. */
export type RunImport = {
/** The file, as the outlet offered it. */
file: string,
/** Which columns go into which field; empty for the mapping that is guessed. With the entry `everyone_says_no` (channels, or `all`) the file is a list of people who said no: it makes no contact. */
mapping: { [key in string]: Array<string> },
/** Only try? */
dry_run: boolean,
/** A name to follow and cancel the work by. */
job: string,
/** Leave out rows whose person is on file: by email address, account reference and name, or name and number, postcode or plate? Refusals they state restrict that contact all the same. */
skip_duplicates: boolean, };

/** Removes the contacts an import created, with everything recorded about them, as long as nothing else touched one of them. What the import restricted for contacts that were there before stays restricted, and what the removed contacts refused stays with their addresses and numbers: a No is not taken back. */
export type UndoImport = { id: ImportId, };

/** What an undo removed. */
export type Undone = {
/** How many contacts. */
removed: number,
/** Contacts that are restricted now because somebody who was removed refused for their address or number. */
restricted: number, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ImportProblem } from "./import";

/** The columns of the old system's file, each by its name. */
export type CarryOverColumns = {
/** The account reference; this or the email address is needed. */
reference: string | null,
/** The email address. */
email: string | null,
/** *No Follow-Up* (N-09). */
no_follow_up: string,
/** *No Marketing* (N-10). */
no_marketing: string, };

/** What the file is. */
export type CarryOverInspection = { file_name: string,
/** Its size in bytes. */
bytes: number,
/** How many rows it has, blank ones left out. */
rows: number,
/** Its columns. */
headers: Array<string>,
/** Its first rows, cell by cell. */
sample: Array<Array<string>>,
/** The likely columns; empty where none looks like it. */
columns: CarryOverColumns, };

/** What a carry-over did, or would do. Contacts are counted once, however many rows name them. */
export type CarryOverReport = {
/** Was it only tried? */
dry_run: boolean, file_name: string,
/** Rows in the file, blank ones left out: those of contacts, repeated, not found, ambiguous and with errors add up to it. */
rows: number,
/** Contacts found. */
matched: number,
/** Further rows of a contact that an earlier row named; their flags count too. */
repeated: number,
/** Rows whose contact is not here. */
not_found: number,
/** Rows that may be several contacts'. */
ambiguous: number,
/** Rows that cannot be read. */
failed: number,
/** Contacts flagged *No Marketing*. */
no_marketing: number,
/** Contacts flagged *No Follow-Up* alone. */
no_follow_up: number,
/** Contacts who get letters or calls as *assumed*. */
assumed: number,
/** Contacts for whom the soft opt-in by email and SMS is claimed, because of a purchase. */
soft_opt_in: number,
/** Contacts who get email and SMS as *assumed* without a purchase (Navigator-exact). */
assumed_electronic: number,
/** Contacts whose recorded consent a flag takes away. */
consent_taken: number,
/** Contacts for whom nothing changes. */
unchanged: number,
/** Rows that cannot be read; the first 1,000. */
errors: Array<ImportProblem>,
/** Rows of nobody, or of more than one; the first 1,000. */
unmatched: Array<ImportProblem>, };

/** Looks into a file: its columns, its first rows, and which column is likely what. */
export type InspectCarryOver = {
/** The file, as the outlet offered it. */
file: string,
/** A name to follow and cancel the work by. */
job: string, };

/** Carries the flags of a file over, all of them or none. A dry run does the same and writes nothing. */
export type RunCarryOver = {
/** The file, as the outlet offered it. */
file: string,
/** Which column holds what. */
columns: CarryOverColumns,
/** Navigator-exact: assume email and SMS where there is no purchase, too (N-11). */
exact: boolean,
/** Only try? */
dry_run: boolean,
/** A name to follow and cancel the work by. */
job: string, };

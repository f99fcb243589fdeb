// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { EmployeeId, ReportId } from "./shared";

/** Exports the audit. */
export type ExportReportAudit = {
/** Of one employee, or of all. */
employee_id: EmployeeId | null,
/** `PDF`, `Print`, `CSV` or `E-mail`, or all. */
method: string | null, };

/** Asks for a page. */
export type ListReportAudit = {
/** Of one employee, or of all. */
employee_id: EmployeeId | null,
/** `PDF`, `Print`, `CSV` or `E-mail`, or all. */
method: string | null,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Prints the audit. */
export type PrintReportAudit = {
/** Of one employee, or of all. */
employee_id: EmployeeId | null,
/** `PDF`, `Print`, `CSV` or `E-mail`, or all. */
method: string | null, };

/** Releases the print or export that was refused last at this desk, for whoever is signed in there: it may leave within two minutes, once. A manager's login and password, typed at that desk: somebody with "Can Export Reports" and access to settings, and not the one who wants it. Who has set up alone, and is through with the day's exports, has nobody to ask, and raises the number in Settings > System. */
export type ReleaseHandOver = {
/** The manager's. */
login: string, password: string, };

/** One print or export. */
export type ReportAuditEntry = { id: ReportId,
/** When, at the dealership. */
local: string, report: string,
/** What was chosen; a single contact by its account reference. */
criteria: string, method: string, employee: string, workstation: string,
/** How many rows, forms or people; absent before it is complete. */
rows: number | null,
/** How many people's data left; absent for what tells of nobody, and where nothing left. */
people: number | null,
/** Who released it; absent where nobody had to. */
released_by: string | null,
/** SHA-256 of the file; absent before it is complete. */
hash: string | null,
/** `started`, `completed`, `failed`, `cancelled` or `interrupted`. */
status: 'started' | 'completed' | 'failed' | 'cancelled' | 'interrupted',
/** Why it failed, where the disk is not the reason: rights were taken away while it ran. */
why: string | null, };

/** Opens the folder in the computer's own file manager. */
export type ShowInFolder = {
/** The handle that came with the file: good at this desk only. No place is ever asked for by name. */
saved: string, };

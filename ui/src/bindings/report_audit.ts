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
/** How many rows, at most 500. */
limit: number, };

/** Prints the audit. */
export type PrintReportAudit = {
/** Of one employee, or of all. */
employee_id: EmployeeId | null,
/** `PDF`, `Print`, `CSV` or `E-mail`, or all. */
method: string | null, };

/** One print or export. */
export type ReportAuditEntry = { id: ReportId,
/** When, at the dealership. */
local: string, report: string,
/** What was chosen; a single contact by its account reference. */
criteria: string, method: string, employee: string, workstation: string,
/** How many rows, forms or people; absent before it is complete. */
rows: number | null,
/** SHA-256 of the file; absent before it is complete. */
hash: string | null,
/** `started`, `completed`, `failed`, `cancelled` or `interrupted`. */
status: 'started' | 'completed' | 'failed' | 'cancelled' | 'interrupted', };

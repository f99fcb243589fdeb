// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId, ErasureId } from "./shared";

/** Erases a contact. */
export type EraseContact = { contact_id: ContactId,
/** The account's name, typed. */
confirm_name: string, };

/** One line. */
export type ErasureEntry = { id: ErasureId,
/** The account's name; its initials once names are masked. */
account_name: string,
/** When, at the dealership. */
local: string,
/** When, as UTC text. */
at: string,
/** Who erased. */
user: string, workstation: string,
/** `full`, `surgical` or `auto`. */
mode: string,
/** What went. */
rows_removed: Array<WhatCount>, };

/** A page. */
export type ErasurePage = {
/** Every workstation that erased, to choose from. */
workstations: Array<string>, rows: Array<ErasureEntry>,
/** Where it ends, which the next page is asked for with; absent on the last. */
next: string | null,
/** How many rows there are in all; absent where counting would take longer than the page. */
total: number | null, };

/** What an erasure would do. */
export type ErasurePreview = {
/** The name to be typed. */
account_name: string,
/** May the contact be erased? */
eligible: boolean,
/** What stands against it, to be read behind the name. */
blocked_by: Array<string>,
/** What would go for good. */
will_go: Array<WhatCount>,
/** What would stay, and why that is. */
stays: Array<string>, };

/** Exports the log. */
export type ExportErasures = {
/** Of one workstation, or of all. */
workstation: string | null, };

/** Asks for a page. */
export type ListErasures = {
/** Of one workstation, or of all. */
workstation: string | null,
/** The `next` of the page before. */
after: string | null,
/** How many rows, at most 500. */
limit: number, };

/** Asks what an erasure would do. */
export type PreviewErasure = { contact_id: ContactId, };

/** Prints the log. */
export type PrintErasures = {
/** Of one workstation, or of all. */
workstation: string | null, };

/** So many of these. */
export type WhatCount = {
/** What: `addresses`. */
what: string,
/** How many. */
count: number, };

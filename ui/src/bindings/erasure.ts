// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId, ErasureId, LastCopies } from "./shared";

/** Erases a contact. */
export type EraseContact = { contact_id: ContactId,
/** The account's name or its reference, typed. */
confirm_name: string,
/** Why; kept in the erasure log as long as the name. The screen asks for it; who calls without one has nobody to ask. */
reason?: string,
/** Files that were exported earlier and are to go too. */
delete_files: Array<FileToDelete>, };

/** One line. */
export type ErasureEntry = { id: ErasureId,
/** The account's name; its initials once names are masked. */
account_name: string,
/** The reference that papers name it by; empty once names are masked, as is the reason. */
reference: string,
/** When, at the dealership. */
local: string,
/** When, as UTC text. */
at: string,
/** Who erased. */
user: string, workstation: string,
/** `full`, `surgical` or `auto`. */
mode: string,
/** Why; empty where nobody was asked. */
reason: string,
/** What went, in the words of people. */
went: string,
/** What went, table by table. */
rows_removed: Array<WhatCount>,
/** When the last copies on the disk went, at the dealership, or that they have not yet. */
last_copies: string,
/** Are they gone? */
swept: boolean, };

/** A page. */
export type ErasurePage = {
/** Every workstation that erased, to choose from. */
workstations: Array<string>, rows: Array<ErasureEntry>,
/** Where it ends, which the next page is asked for with; absent on the last, and where the rows were asked for by number. */
next: string | null,
/** How many rows there are in all; absent where counting would take longer than the page. */
total: number | null, };

/** What an erasure would do. */
export type ErasurePreview = {
/** The name to be typed, or the reference instead. */
account_name: string, reference: string,
/** May the contact be erased? */
eligible: boolean,
/** What stands against it, to be read behind the name. */
blocked_by: Array<string>,
/** What would go for good, in the words of people. */
said: Array<string>,
/** The same, table by table. */
will_go: Array<WhatCount>,
/** What would stay, and why that is. */
stays: Array<string>, };

/** Exports the log. */
export type ExportErasures = {
/** Of one workstation, or of all. */
workstation: string | null,
/** From this day at the dealership on. */
from?: string,
/** Up to and with this day. */
to?: string,
/** In which these words stand, as the list shows them: a masked name is found by nothing it was. */
find?: string, };

/** A file that holds the person, or may. */
export type ExportedFile = { name: string, sha256: string,
/** What it is: `Right of Access`. */
report: string,
/** When it was made, at the dealership. */
local: string,
/** How many rows, forms or people it holds. */
rows: number,
/** Is it about this person alone? Else it is a list that holds others too. */
theirs: boolean, };

/** A file chosen to go. */
export type FileToDelete = { name: string,
/** As it was offered: a file that is another one now stays. */
sha256: string, };

/** Asks what an erasure would not reach. */
export type FindRemains = { contact_id: ContactId, };

/** What became of the contact. */
export type Gone = {
/** What the last copies on this disk wait for; absent once they are gone too. */
last_copies: LastCopies | null,
/** How many of the chosen files stayed: they are others by now, or may not be removed. */
files_left: number,
/** All of it in words. */
words: string, };

/** Asks for a page. */
export type ListErasures = {
/** Of one workstation, or of all. */
workstation: string | null,
/** From this day at the dealership on. */
from?: string,
/** Up to and with this day. */
to?: string,
/** In which these words stand, as the list shows them: a masked name is found by nothing it was. */
find?: string,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** A note about another contact in which the person stands. */
export type NoteMention = {
/** Whose note it is. */
contact_id: ContactId,
/** What that contact is called. */
name: string, reference: string,
/** What of the person stands there: `the name`, `a phone number`. */
found: string, text: string, };

/** Asks what an erasure would do. */
export type PreviewErasure = { contact_id: ContactId, };

/** Prints the log. */
export type PrintErasures = {
/** Of one workstation, or of all. */
workstation: string | null,
/** From this day at the dealership on. */
from?: string,
/** Up to and with this day. */
to?: string,
/** In which these words stand, as the list shows them: a masked name is found by nothing it was. */
find?: string, };

/** What an erasure does not reach. */
export type Remains = { notes: Array<NoteMention>,
/** Are there more notes than are shown? */
more_notes: boolean, texts: Array<TextMention>,
/** Files in the folder that this workstation saves exports in. */
files: Array<ExportedFile>,
/** That folder; absent where the person is asked each time, and nobody can look. */
folder: string | null,
/** Was the whole folder looked at? */
all_files: boolean, };

/** A text of the ledger in which the person stands, and which stays. */
export type TextMention = {
/** What text it is: `Name of an imported file`. */
what: string,
/** When it was written, at the dealership. */
local: string, text: string, };

/** So many of these. */
export type WhatCount = {
/** What: `addresses`. */
what: string,
/** How many. */
count: number, };

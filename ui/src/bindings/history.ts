// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId, HistoryText } from "./shared";

/** One entry. */
export type HistoryEntry = {
/** Its line in the ledger. */
seq: number,
/** UTC text. */
at: string,
/** `2026-11-21` at the dealership. */
local_date: string,
/** `10:42` at the dealership. */
local_time: string,
/** `Today`, else `3 November 2026`. */
day_heading: string,
/** What it is about. */
kind: HistoryKind,
/** What happened. */
title: string,
/** The particulars. */
lines: Array<HistoryText>, by: string, workstation: string, };

/** What an entry is about; the filters of the tab. */
export type HistoryKind = "consent" | "rights" | "portal" | "prints" | "record";

/** Asks for a page. */
export type ListHistory = { contact_id: ContactId,
/** Which kinds; all when empty. */
kinds: Array<HistoryKind>,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Prints what a contact allowed at the end of a day. */
export type PrintAsAt = { contact_id: ContactId,
/** The day, `2026-10-21`. */
date: string, };

/** Prints the history of one contact. */
export type PrintHistory = { contact_id: ContactId,
/** Which kinds; all when empty. */
kinds: Array<HistoryKind>, };

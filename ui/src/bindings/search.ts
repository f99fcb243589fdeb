// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactLine } from "./contact";

/** What was found. */
export type ContactMatches = {
/** The best matches. */
rows: Array<ContactLine>,
/** Are there more than shown? */
more: boolean, };

/** Finds contacts. */
export type SearchContacts = {
/** What is typed. */
term: string,
/** How many lines to show; at most 200. */
limit: number, };

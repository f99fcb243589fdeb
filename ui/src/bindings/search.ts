// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactLine } from "./contact";

/** What was found. */
export type ContactMatches = {
/** The best matches. */
rows: Array<ContactLine>,
/** Row by row what it was found by, where the row does not show it. */
by: Array<FoundBy | null>,
/** Are there more than shown, or may there be? The list has all of them. */
more: boolean, };

/** What was found by, which the line does not show. */
export type FoundBy = { field: FoundField,
/** As the record shows it. */
text: string, };

/** Which of a contact's things. */
export type FoundField = "phone" | "postcode" | "email" | "registration";

/** Finds contacts. */
export type SearchContacts = {
/** What is typed. */
term: string,
/** How many lines to show; at most 200. */
limit: number, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** A draft, if there is one. */
export type DraftView = { draft: KeptDraft | null, };

/** Forgets what the caller typed into a form. */
export type DropDraft = { form: string, };

/** What the caller typed into a form and did not save. */
export type GetDraft = { form: string, };

/** Keeps what the caller typed into a form, in place of what they typed there before. It is no deed: no line of the ledger tells of it, and nothing else is changed by it. */
export type KeepDraft = {
/** Which form: `consent:12`, `contact:new`, `setting:gdpr`. */
form: string,
/** Its fields, as the screen reads them back. */
typed: string, };

/** What was typed. */
export type KeptDraft = {
/** As `keep_draft` took it. */
typed: string,
/** When it was typed, on the dealership's wall. */
at_local: string, };

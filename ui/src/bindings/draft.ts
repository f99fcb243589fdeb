// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** A draft, if there is one. */
export type DraftView = { draft: KeptDraft | null, };

/** Forgets what the caller typed into a form. */
export type DropDraft = { form: string, };

/** What the caller typed into a form and did not save. */
export type GetDraft = { form: string, };

/** Keeps. */
export type KeepDraft = {
form: string,
typed: string, };

/** What was typed. */
export type KeptDraft = {
typed: string,
at_local: string, };

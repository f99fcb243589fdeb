// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId } from "./shared";

/** What was printed. */
export type CaptureForms = {
/** How many forms. */
forms: number,
/** The first form's number. */
first_form: string | null,
/** The last form's number. */
last_form: string | null,
/** The file's name. */
file: string | null,
/** The folder it lies in; absent for a document in the viewer. */
folder: string | null,
/** Was it opened in another program? */
opened: boolean,
/** What `show_in_folder` is asked for; absent where nobody can be shown a folder. */
saved?: string,
/** Did the person change their mind? */
cancelled: boolean, };

/** Prints data capture forms. */
export type PrintCaptureForms = {
/** For these contacts, in this order. */
contact_ids: Array<ContactId>,
/** And so many blank copies. */
blank: number,
/** For every contact, by name. */
all: boolean,
/** For everybody on Marketing Re-consent Needed, in its order (D-15). */
reconsent: boolean,
/** With `all`: for the first so many only. */
limit: number | null,
/** The job's name, to watch and to cancel it. */
job: string | null, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId } from "./shared";

/** What was written. */
export type AccessExport = {
/** How many rows it holds. */
rows: number,
/** SHA-256 of the file. */
sha256: string,
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

/** Exports what is held about a contact. */
export type ExportAccess = {
/** About whom. */
contact_id: ContactId,
/** Why; kept with the request. */
reason: string, };

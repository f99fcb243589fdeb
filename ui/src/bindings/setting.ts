// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { DealershipDetails } from "./dealership";
import type { JsonValue, PortalGap, WorkstationId } from "./shared";

/** Counts days from this computer's clock again, although the last entries are later. */
export type AcceptClock = {
/** Why; kept in the history of the settings. */
reason: string, };

/** Works on with the book as it is, although this computer remembers another one. */
export type AcceptLedgerHead = {
/** Why; kept in the ledger. */
reason: string, };

/** How the screens of a workstation look. */
export type Appearance = "auto" | "light" | "dark";

/** A line that does not verify. */
export type BadLine = {
/** Its number. */
seq: number,
/** What is wrong with it. */
what: string, };

/** Changes one setting. */
export type ChangeGdprSetting = { key: string, value: JsonValue,
/** Why; needed where the setting says so. */
reason: string, };

/** Changes one setting. */
export type ChangeSystemSetting = { key: string, value: JsonValue, };

/** Asks which folder exports go to. */
export type ChooseSaveFolder = Record<symbol, never>;

/** A folder the person chose, or none. */
export type ChosenFolder = {
/** Absent when they changed their mind. */
folder: string | null, };

/** Exports the history of the settings. */
export type ExportSettingChanges = Record<symbol, never>;

/** Reading needs no right: without one the controls are shown disabled (D-05). */
export type GetSettings = Record<symbol, never>;

/** What the verification found. */
export type LedgerView = {
/** Does every line verify? */
ok: boolean,
/** How many lines there are. */
lines: number,
/** The head, as printed on reports. */
head: string,
/** The first line that does not verify. */
first_bad: BadLine | null,
/** What of the book does not follow from the lines, each in words: employees, settings, reports, ... */
astray: Array<string>,
/** Since when that is looked at, in words; absent where it is since the first line. */
since: string | null,
/** Was the head compared with one that this computer's keychain, or the file beside the database, remembers? Without that, lines cut off at the end do not show. */
compared: boolean, };

/** Asks for a page. */
export type ListSettingChanges = {
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Prints the history of the settings. */
export type PrintSettingChanges = Record<symbol, never>;

/** Chooses how this workstation's screens look, from now on and after the next start. */
export type SetAppearance = { appearance: Appearance, };

/** One change. */
export type SettingChange = {
/** At the dealership. */
local: string, by: string, workstation: string,
/** The key. */
setting: string,
/** What staff call it. */
what: string,
/** Before. */
old: JsonValue,
/** After. */
new: JsonValue,
/** Before, in words; of a value with several parts only those that changed. */
before: string,
/** After, in words. */
after: string, reason: string, };

/** Every setting with its value. */
export type SettingsView = {
/** By key; keys that nobody set have their default. */
values: { [key in string]: JsonValue },
/** Keys whose value is a number of months for which something lasts: 0 means for ever. */
periods: Array<string>,
/** What has to be filled in before the consent portal can be turned on (D-28). */
portal_missing: Array<PortalGap>, dealership: DealershipDetails, time_zone: string,
/** This computer. */
workstation: WorkstationView, };

/** Names this computer and says where its exports go. */
export type UpdateWorkstation = { name: string,
/** The folder, as the desk's own outlet knows it; absent asks each time. */
save_folder: string | null, };

/** Verifies the whole ledger. */
export type VerifyLedger = Record<symbol, never>;

/** This computer on screen. */
export type WorkstationView = { id: WorkstationId, name: string,
/** Where exports are saved; absent asks each time. */
save_folder: string | null, };

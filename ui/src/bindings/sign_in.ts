// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { DealershipDetails } from "./dealership";
import type { AccountChanges, EmployeeTile } from "./employee";
import type { WorkstationView } from "./setting";
import type { EmployeeId, Right } from "./shared";

/** Something that needs attention, above every screen. */
export type Banner = {
/** `damaged`, `read_only`, `disk_full`, `ledger_rolled_back`, `ledger_broken`, `recovery_unconfirmed`, `recovery_waiting`, `clock`. */
kind: string,
/** What to say. */
text: string,
/** Where to go to mend it. */
action: string | null, };

/** Changes the caller's own password. */
export type ChangeOwnPassword = {
/** The one in use. */
current: string, new: string, };

/** Exports the sign-ins. */
export type ExportSignIns = Record<symbol, never>;

/** The sign-ins, newest first. */
export type ListSignIns = {
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Locks the screen. */
export type Lock = Record<symbol, never>;

/** Prints the sign-ins. */
export type PrintSignIns = Record<symbol, never>;

/** Everything a screen needs to know about the session. Rights are enforced by the dispatcher; the screen only mirrors them. */
export type SessionView = { employee: EmployeeTile,
/** With which rights. */
rights: Array<Right>, workstation: WorkstationView, dealership: DealershipDetails, time_zone: string,
/** Its civil date. */
today: string,
/** Minutes until the idle lock. */
idle_minutes: number,
/** Was the recovery key typed back? */
recovery_confirmed: boolean,
/** Was a new recovery key made that waits to be typed back? */
recovery_waiting: boolean,
/** What needs attention. */
banners: Array<Banner>,
/** Why nothing can be saved for now, for the controls that would: a folder that can only be read, a damaged file. Not on a full disk, where there may be room for little, and for more any moment. */
view_only: string | null,
/** What others changed of the employee's rights and password, until they say that they have read it. */
account_changes: AccountChanges,
/** Of how many people one print or export may tell without the right, or a manager's release. */
people_at_once: number,
/** D-09. */
franchised: boolean, brands: Array<string>,
/** D-01. */
require_consent: boolean, };

/** Asks for [`SessionView`]. */
export type ShowSession = Record<symbol, never>;

/** Signs an employee in, by their tile or by what they type. */
export type SignIn = {
/** The tile. */
employee_id: EmployeeId | null,
/** Or the login. */
login: string | null, password: string, };

/** One sign-in, lock or wrong password. */
export type SignInEntry = {
/** At the dealership. */
local: string, who: string,
/** What, in words. */
what: string,
/** On which computer. */
workstation: string, };

/** Ends the session. */
export type SignOut = Record<symbol, never>;

/** Somebody is there. */
export type Touch = Record<symbol, never>;

/** Goes on behind the lock. */
export type Unlock = {
/** The password of whoever locked. */
password: string, };

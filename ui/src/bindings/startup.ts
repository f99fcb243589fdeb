// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { DealershipDetails } from "./dealership";
import type { EmployeeTile } from "./employee";
import type { Appearance } from "./setting";
import type { EmployeeId, Failure } from "./shared";

/** Types the recovery key back: two groups of it where it was made and while it is remembered there, or the whole of it anywhere and later. */
export type ConfirmRecoveryKey = {
/** The first asked group. */
first?: string,
/** The second asked group. */
second?: string,
/** Or the whole key. */
recovery_key?: string, };

/** The first employee, with every right. */
export type NewManager = { name: string,
/** What they type to sign in. */
login: string, password: string, };

/** Opens the sheet for printing. */
export type PrintEmergencySheet = Record<symbol, never>;

/** A recovery key, shown once. */
export type RecoveryKeyView = {
/** `ABCD-EFGH-...`, 8 groups of 4. */
recovery_key: string,
/** Which two groups are to be typed back, counted from 1. */
asked_groups: [number, number],
/** Is the database's key in this computer's keychain? Else the recovery key is asked for at every start. */
in_keychain: boolean,
/** What holds until it is typed back, in words. */
until_typed_back: string, };

/** Makes a new recovery key, in place of one that waits to be typed back. */
export type RenewRecoveryKey = Record<symbol, never>;

/** Tries to open the database again, after somebody unlocked the keychain or freed some space. */
export type RetryUnlock = Record<symbol, never>;

/** Writes what can be read of a damaged database into a new data folder, in a folder that the person chooses. For whoever holds the recovery key: it opens everything that comes out. The damaged file is read, and stays as it is. */
export type SalvageCopy = {
/** As typed. */
recovery_key: string, };

/** What was saved, and where. */
export type SalvagedCopy = {
/** Did the person change their mind? */
cancelled: boolean,
/** The new data folder. */
folder: string,
/** Rows in the copy. */
kept: number,
/** The parts of which something was left out. */
left_out: Array<SalvagedPart>, };

/** What became of one kind of entry. */
export type SalvagedPart = {
/** What staff call its rows. */
name: string,
/** Rows in the copy. */
kept: number,
/** Rows left out because what they belong to could not be read. */
orphans: number,
/** Places at which rows could not be read. */
holes: number, };

/** Leads back to set-up. Nothing is touched yet: what lies here is put aside when the new dealership is made. */
export type SetUpAgain = Record<symbol, never>;

/** Makes the dealership on this computer. */
export type SetUpDealership = {
/** Name and details. */
dealership: DealershipDetails,
/** IANA time zone. */
time_zone: string,
/** The first manager. */
manager: NewManager,
/** This computer's name. */
workstation_name: string,
/** For a sample dealership: what its sign-in page says about getting in. */
sample_hint?: string, };

/** Asks for [`StartupView`]. */
export type ShowStartup = Record<symbol, never>;

/** Which screen comes first. */
export type StartupPhase = "set_up" | "confirm_recovery" | "failure" | "signed_out" | "locked" | "choose_password" | "signed_in";

/** The state of the product as a screen shows it before anybody signs in. */
export type StartupView = {
/** Which screen. */
phase: StartupPhase,
/** Why the database is not open. */
failure: Failure | null, dealership_name: string | null,
/** This computer's name; before set-up, the one proposed. */
workstation_name: string,
/** Who may sign in. */
employees: Array<EmployeeTile>,
/** Minutes until the idle lock. */
idle_minutes: number,
/** Behind the lock, or before a password of one's own: whose session. */
locked_employee_id: EmployeeId | null,
/** In the sample dealership: how to sign in. */
demo_hint: string | null,
/** Light or dark, as chosen on this workstation. */
appearance: Appearance,
/** The product's version. */
version: string,
/** Nothing could be written at the start, on a full disk or in a folder that can only be read: everything can be looked at. */
view_only: boolean,
/** Where the dealership was set up just now: which two groups of its recovery key are to be typed back, counted from 1. */
asked_groups: [number, number] | null, };

/** Opens the database with the recovery key and gives the keychain a new device key. */
export type UnlockWithRecoveryKey = {
/** As typed. */
recovery_key: string, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { EmployeeId, Right, Strength } from "./shared";

/** One change. */
export type AccountChange = {
/** When, at the dealership. */
local: string,
/** Who. */
by: string,
/** Was a new password set? */
password: boolean,
/** Which rights came. */
granted: Array<Right>,
/** Which rights went. */
removed: Array<Right>, };

/** What others changed of one's account since one last said that one has read it; oldest first. */
export type AccountChanges = {
/** The last of them, to say how far one has read. */
up_to: number, changes: Array<AccountChange>, };

/** Says that the caller has read them, up to the last one that was shown. What was changed meanwhile is told the next time. */
export type AcknowledgeAccountChanges = {
/** See [`super::AccountChanges`]. */
up_to: number, };

/** Weighs a password that somebody is choosing, by the rule that decides whether it may be set. Nothing is kept. At set-up nobody is signed in yet. */
export type CheckPassword = { password: string,
/** What somebody who knows its owner would try first: their name, their login. */
own: Array<string>, };

/** Adds an employee. */
export type CreateEmployee = {
/** What they type. */
login: string, name: string,
/** Their first password, in place of which they choose one of their own when they sign in. */
password: string, rights: Array<Right>, };

/** An employee's tile on the sign-in screen. */
export type EmployeeTile = { id: EmployeeId,
/** What they type. */
login: string, name: string,
/** Two letters. */
initials: string,
/** The tile's colour. */
colour: string, };

/** An employee on screen. */
export type EmployeeView = { id: EmployeeId,
/** What they type. */
login: string, name: string,
/** Two letters. */
initials: string,
/** Their tile's colour. */
colour: string,
/** May they sign in? */
active: boolean, rights: Array<Right>,
/** The version an editor must have seen. */
version: number, last_sign_in: When | null,
/** Is it the caller? */
is_self: boolean, };

/** Everybody; without "Can View / Edit Employee Records" only oneself (D-33). */
export type ListEmployees = Record<symbol, never>;

/** What a password is worth. */
export type PasswordStrength = { strength: Strength,
/** May it be set? */
enough: boolean, words: string, };

/** Gives an employee a new password, in place of which they choose one of their own when they sign in. */
export type ResetPassword = { id: EmployeeId, new_password: string, };

/** Changes an employee: name, login, rights, and whether they may sign in. */
export type UpdateEmployee = { id: EmployeeId,
/** The version the editor saw. */
version: number, name: string,
/** What they type. */
login: string,
/** May they sign in? */
active: boolean, rights: Array<Right>, };

/** A moment for the screen. */
export type When = {
/** UTC text. */
at: string,
/** `21/11/2026 10:42` at the dealership. */
local: string, };

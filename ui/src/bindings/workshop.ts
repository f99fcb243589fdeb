// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ResourceId, ResourceKind } from "./shared";

/** Every technician and ramp in the order of the diary, those that are out of use too. */
export type ListResources = Record<symbol, never>;

/** What is typed of a technician or ramp. */
export type ResourceDraft = { kind: ResourceKind, name: string,
/** Minutes of work a day, from Monday to Sunday. */
minutes: Array<number>,
/** May anything be booked to it? */
active: boolean, };

/** A technician or ramp on screen. */
export type ResourceView = { id: ResourceId,
/** The version an editor must have seen. */
version: number, kind: ResourceKind, name: string,
/** Its place in the diary, from 0. */
position: number,
/** Minutes of work a day, from Monday to Sunday. */
minutes: Array<number>,
/** May anything be booked to it? */
active: boolean, };

/** Adds a technician or ramp, or changes one. */
export type SaveResource = {
/** Which; absent for a new one. */
id: ResourceId | null,
/** The version that was edited; 0 for a new one. */
version?: number, resource: ResourceDraft,
/** Its place in the diary from now on, counted from 0; where it is absent, it stays, and a new one comes last. */
position?: number, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ChannelMark, ContactId } from "./shared";

/** Counts Marketing Re-consent Needed. */
export type CountReconsent = Record<symbol, never>;

/** Exports the whole list, or those of it who are ticked. */
export type ExportReconsent = {
/** These contacts only, as far as they are on the list. */
ids?: Array<ContactId>, };

/** Shows one page of Marketing Re-consent Needed. */
export type ListReconsent = {
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Names everybody who has to be asked again, in the list's order. */
export type ListReconsentIds = Record<symbol, never>;

/** Prints the whole list, or those of it who are ticked. */
export type PrintReconsent = {
/** These contacts only, as far as they are on the list. */
ids?: Array<ContactId>, };

/** How many have to be asked again. */
export type ReconsentCount = {
/** Contacts on the list, over all its pages. */
total: number, };

/** A page of the list. */
export type ReconsentPage = {
/** The period behind the list, in months; 0 never prompts, and the list is empty. */
months: number, rows: Array<ReconsentRow>,
/** Where it ends, which the next page is asked for with; absent on the last, and where the rows were asked for by number. */
next: string | null,
/** How many rows there are in all; absent where counting would take longer than the page. */
total: number | null, };

/** A contact to be asked again. */
export type ReconsentRow = {
/** When consent was last obtained, as `21/11/2026`; `Never recorded` (D-13). */
last_obtained_text: string,
/** Nobody ever gave this consent: it was only assumed. */
never_recorded: boolean,
/** What ran out: `Email and SMS; T.P.: Letter`. */
ran_out: string,
/** The last day on which all of it was good, as `21/11/2026`; it is over. */
good_until: string, id: ContactId,
/** Its account reference. */
reference: string,
/** As called: first and last name, or the company. */
name: string,
/** As it is filed: `O'Brien-Ng, Siobhán`. */
filed_as: string, company: string,
/** Town of the main address. */
town: string,
/** Postcode of the main address. */
postcode: string,
/** The main number, spaced as its country writes it; the text typed where that holds none. */
phone: string,
/** The main email address. */
email: string,
/** The first vehicle's plate. */
registration: string,
/** What we may do by each channel that the profile shows. */
marks: Array<ChannelMark>,
/** The same in words: `Letter only`, `Email, SMS`, `None`. */
consent: string,
/** `Died 03/11/2026`; absent for whoever lives (L-03). */
died: string | null,
/** When it was last changed, at the dealership. */
changed_local: string, };

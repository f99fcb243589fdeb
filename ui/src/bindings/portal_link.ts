// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { ContactId } from "./shared";

/** Asks about one of a customer's addresses. */
export type CheckPortalLink = {
/** For whom. */
contact_id: ContactId,
/** To which of their addresses. */
email: string, };

/** To what the draft was handed. */
export type HandedTo = "mailto" | "eml";

/** The answer, as preparing the link would give it. */
export type PortalLinkChecked = {
/** May it be sent unasked? */
allowed: boolean,
/** Why not, in plain words; empty where it may. */
reasons: Array<string>, };

/** What was prepared. The link itself is not told: it belongs to the customer. */
export type PortalLinkPrepared = {
/** How it was handed over. */
handed_over: HandedTo,
/** To which address. */
address: string, };

/** A contact for whom no draft was prepared. */
export type PortalLinkRefused = {
/** For whom. */
contact_id: ContactId,
/** As called. */
name: string,
/** Why not, in the order of the gates. */
reasons: Array<string>, };

/** A contact whose draft was handed over. */
export type PortalLinkSent = {
/** For whom. */
contact_id: ContactId,
/** As called. */
name: string,
/** To which address. */
address: string,
/** How it was handed over. */
handed_over: HandedTo, };

/** What became of the selection. The links themselves are not told. */
export type PortalLinksPrepared = {
/** Handed to the mail program. */
prepared: Array<PortalLinkSent>,
/** Not prepared, with the reasons. */
refused: Array<PortalLinkRefused>, };

/** Prepares a link. */
export type PreparePortalLink = {
/** For whom. */
contact_id: ContactId,
/** To which of their addresses. */
email: string,
/** Did the customer ask for it? */
customer_asked: boolean, };

/** Prepares a link for each of these contacts, to their first email address. No customer asked for it: where one did, the link is prepared on the record. */
export type PreparePortalLinks = {
/** For whom, at most 25 at once: each becomes a draft of its own in the mail program. */
contact_ids: Array<ContactId>, };

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { FirstAnswers } from "./consent";
import type { AddressKind, AddressType, ChannelMark, ContactId, EmailKind, ImportId, PhoneKind, VehicleId, Why } from "./shared";

/** Lists an address as a placeholder. */
export type AcceptPlaceholder = { kind: AddressType,
/** As `suggest_placeholders` names it. */
address: string,
/** The job's name, to watch and to cancel it. */
job?: string, };

/** What stands where an address would. */
export type AddressToFix = {
/** Its number in the list. */
id: number, contact_id: ContactId,
/** The contact as called. */
name: string,
/** Its account reference. */
reference: string, kind: AddressType,
/** `Email`, `Telephone` */
kind_text: string,
/** As it was typed, or stood in the file. */
typed: string,
/** `21/11/2026` */
since: string, };

/** May we market to somebody by a channel? */
export type ChannelAnswer = "may" | "in_part" | "may_not" | "not_asked";

/** Reads a number. */
export type CheckPhone = {
/** The text. */
typed: string, };

/** Asks about one address. */
export type CheckPlaceholder = { kind: AddressType,
/** As typed. */
typed: string, };

/** Asks, while it is typed, by the rule that decides once the button is pressed. */
export type CheckTypedName = { name: string,
/** An account's reference, which may be typed instead: a name of another script has no keys here. */
reference?: string, typed: string, };

/** A postal address. */
export type ContactAddress = {
/** Whose door it is. */
kind: AddressKind,
/** First line. */
line1: string,
/** Second line. */
line2: string,
/** Third line. */
line3: string, town: string, county: string, postcode: string, country: string, };

/** What there is to choose. */
export type ContactChoices = {
/** The towns that contacts live in, by name. */
towns: Array<string>,
/** The imports that stand and brought somebody, newest first. */
imports: Array<ImportChoice>, };

/** The fields of a contact that staff edit. */
export type ContactDraft = {
/** Mr, Mrs, Dr ... */
title: string, first_name: string,
/** Surname. */
last_name: string, company: string,
/** ISO date. */
date_of_birth: string | null,
/** Notes, up to 10,000 characters. */
notes: string,
/** Addresses, the main one first. */
addresses: Array<ContactAddress>,
/** Phone numbers, the main one first. */
phones: Array<ContactPhoneDraft>,
/** E-mail addresses, the main one first. */
emails: Array<ContactEmail>, vehicles: Array<ContactVehicle>,
/** Of what they have no address, as the customer said; absent where the form does not ask (L-04). */
gaps?: Array<ContactGapDraft>,
/** What looks like a placeholder, and is an address all the same. */
real?: Array<string>, };

/** An email address. */
export type ContactEmail = { address: string,
/** Which address. */
kind: EmailKind, };

/** Who is shown, and in which order. What is left out is not asked for; all that is asked for must hold. */
export type ContactFilter = { sort: ContactSort,
/** From the other end? */
descending: boolean,
/** Of these contacts only: those that are ticked. Whoever is gone is left out. */
ids?: Array<ContactId>,
/** Only whom the search finds for these words. */
search?: string,
/** What the mark of the channel says. */
email?: ChannelAnswer, sms?: ChannelAnswer, letter?: ChannelAnswer, telephone?: ChannelAnswer,
/** Some consent runs out soon. */
expiring?: boolean,
/** Nobody ever asked. */
never_asked?: boolean,
/** Who lives there, however it is capitalised. */
town?: string,
/** Whom this import brought. */
import?: ImportId, };

/** What stands in place of an address. */
export type ContactGap = { kind: AddressType, why: Why,
/** What was typed that is no address; empty unless it is a placeholder. */
typed: string,
/** `Would rather not say`, `Placeholder: noemail@hadley.example` */
words: string, };

/** That somebody has no address of a kind. */
export type ContactGapDraft = { kind: AddressType, why: Why, };

/** One line of a list of contacts. */
export type ContactLine = { id: ContactId,
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

/** Shows these contacts in their order, each once; whoever is gone is left out. */
export type ContactLines = {
/** At most ten. */
ids: Array<ContactId>, };

/** A phone number as typed and as understood (SPEC 4.6). */
export type ContactPhone = {
/** Which phone. */
kind: PhoneKind,
/** As typed. */
typed: string,
/** Spaced as its country writes it. */
national: string | null,
/** E.164. */
e164: string | null,
/** The extension's digits. */
extension: string | null,
/** What was assumed, or why there is no number. */
warning: string | null, };

/** A phone number as typed. */
export type ContactPhoneDraft = {
/** Which phone. */
kind: PhoneKind,
/** The text. */
typed: string, };

/** A row of the list. */
export type ContactRowNumber = {
/** Counted from 0. Where nobody begins so, the row of whoever comes next; the last where nobody does. */
row: number, };

/** By what the list is ordered. */
export type ContactSort = "name" | "reference" | "changed" | "postcode" | "town" | "phone" | "email" | "registration";

/** Whether a contact is in use. An erased contact is gone and has no status. */
export type ContactStatus = "active";

/** A vehicle. */
export type ContactVehicle = {
/** The plate. */
registration: string, make: string, model: string,
/** Which vehicle on file it is; absent for one that is typed anew. */
id?: VehicleId, };

/** A contact. */
export type ContactView = { id: ContactId,
/** Its account reference. */
reference: string,
/** To be sent back with an edit. */
version: number,
/** Mr, Mrs, Dr ... */
title: string, first_name: string,
/** Surname. */
last_name: string, company: string,
/** As called. */
display_name: string,
/** ISO date. */
date_of_birth: string | null, notes: string,
/** Addresses, the main one first. */
addresses: Array<ContactAddress>,
/** Phone numbers, the main one first. */
phones: Array<ContactPhone>,
/** E-mail addresses, the main one first. */
emails: Array<ContactEmail>, vehicles: Array<ContactVehicle>,
/** When it was created, at the dealership. */
created_local: string,
/** When it was last changed, at the dealership. */
changed_local: string,
/** Shall the contact preferences pop up (N-01, A-16)? */
preferences_prompt: boolean,
/** Whether it is in use. */
status: ContactStatus,
/** Of what they have no address, and why (L-04). */
gaps: Array<ContactGap>,
/** They died (L-03). */
died: DeathView | null,
/** They left the main address (L-03). */
gone_away: GoneAwayView | null, };

/** Creates a contact. With *Require Consent for Marketing* on, it starts with no marketing preference at all; with the setting off, with what D-02 assumes. */
export type CreateContact = { contact: ContactDraft,
/** A name the form gave itself when it was opened: sent again, it gets the contact that it made the first time. Empty where whoever calls has no form. */
request?: string,
/** What the customer answered meanwhile; absent where nobody asked, and then nothing is recorded. */
answers?: FirstAnswers, };

/** A death as it was told. */
export type DeathView = {
/** `Died 03/11/2026` */
words: string,
/** ISO date, where it is known. */
on: string | null, told_by: string,
/** When it was recorded, at the dealership. */
told_local: string, };

/** Exports the list. */
export type ExportAddressesToFix = {  };

/** Exports all contacts, or those that are ticked or left of them.  The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave. */
export type ExportContacts = ContactFilter;

/** Finds a contact by number (`42`) or reference (`C0000042`). */
export type FindContact = { named: string, };

/** The contact that was named. */
export type FoundContact = { id: ContactId, };

/** Shows one contact. */
export type GetContact = { id: ContactId, };

/** That they left the main address. */
export type GoneAwayView = {
/** `Gone away 12/11/2026` */
words: string,
/** ISO date since when it is known. */
on: string, };

/** An import to choose. */
export type ImportChoice = { id: ImportId, file_name: string,
/** When, at the dealership. */
local: string, };

/** Asks for a page. */
export type ListAddressesToFix = {
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Names the towns and the imports there are. */
export type ListContactChoices = Record<symbol, never>;

/** Names everybody on the list, in its order. */
export type ListContactIds = { sort: ContactSort,
/** From the other end? */
descending: boolean,
/** Of these contacts only: those that are ticked. Whoever is gone is left out. */
ids?: Array<ContactId>,
/** Only whom the search finds for these words. */
search?: string,
/** What the mark of the channel says. */
email?: ChannelAnswer, sms?: ChannelAnswer, letter?: ChannelAnswer, telephone?: ChannelAnswer,
/** Some consent runs out soon. */
expiring?: boolean,
/** Nobody ever asked. */
never_asked?: boolean,
/** Who lives there, however it is capitalised. */
town?: string,
/** Whom this import brought. */
import?: ImportId, };

/** Shows one page of the list. */
export type ListContacts = { sort: ContactSort,
/** From the other end? */
descending: boolean,
/** Of these contacts only: those that are ticked. Whoever is gone is left out. */
ids?: Array<ContactId>,
/** Only whom the search finds for these words. */
search?: string,
/** What the mark of the channel says. */
email?: ChannelAnswer, sms?: ChannelAnswer, letter?: ChannelAnswer, telephone?: ChannelAnswer,
/** Some consent runs out soon. */
expiring?: boolean,
/** Nobody ever asked. */
never_asked?: boolean,
/** Who lives there, however it is capitalised. */
town?: string,
/** Whom this import brought. */
import?: ImportId,
/** The `next` of the page before. */
after: string | null,
/** Or the number of its first row, counted from 0, in a list that can be entered anywhere. */
at?: number,
/** How many rows, at most 500. */
limit: number, };

/** Finds the first contact that begins with some letters, by what the list is sorted by. */
export type LocateContact = {
/** As typed: one letter, or more. */
starts_with: string, sort: ContactSort,
/** From the other end? */
descending: boolean,
/** Of these contacts only: those that are ticked. Whoever is gone is left out. */
ids?: Array<ContactId>,
/** Only whom the search finds for these words. */
search?: string,
/** What the mark of the channel says. */
email?: ChannelAnswer, sms?: ChannelAnswer, letter?: ChannelAnswer, telephone?: ChannelAnswer,
/** Some consent runs out soon. */
expiring?: boolean,
/** Nobody ever asked. */
never_asked?: boolean,
/** Who lives there, however it is capitalised. */
town?: string,
/** Whom this import brought. */
import?: ImportId, };

/** A number as understood. */
export type PhoneView = {
/** Spaced as its country writes it. */
national: string | null,
/** E.164. */
e164: string | null,
/** The extension's digits. */
extension: string | null,
/** What was assumed, or why there is no number. */
warning: string | null, };

/** What became of it. */
export type PlaceholderAccepted = {
/** How many contacts had it, and are on the list of addresses to fix. */
contacts: number, };

/** The answer. */
export type PlaceholderChecked = {
/** Is it none by what Settings list? */
placeholder: boolean, };

/** An address or number that may be none. */
export type PlaceholderSuggestion = { kind: AddressType,
/** As people read it; what `accept_placeholder` takes. */
address: string,
/** How many contacts have it. */
contacts: number,
/** Does a pattern list it already? Then it came in before, or somebody said that it is real. */
listed: boolean, };

/** Prints the list. */
export type PrintAddressesToFix = {  };

/** Prints all contacts, or those that are ticked or left of them, as they stand on the screen.  The filter itself, not a part: a word that it does not know would else be passed over, and everybody leave. */
export type PrintContacts = ContactFilter;

/** Notes that a contact died, or puts right what was noted of it. */
export type RecordDeath = { contact_id: ContactId,
/** The day as ISO date; absent where nobody knew. */
died_on?: string,
/** Who told it: `Her daughter Ann, by telephone`. */
told_by: string, };

/** Notes that a contact left the main address. No letter goes there until a new one is saved. */
export type RecordGoneAway = { contact_id: ContactId,
/** Since when it is known, as ISO date. */
on: string, };

/** Finds contacts with the same email address, phone number, or name and postcode. What cannot be read yet is passed over: somebody is still typing. */
export type SimilarContacts = {
/** What is being typed. */
contact: ContactDraft, };

/** Finds what may be a placeholder. */
export type SuggestPlaceholders = Record<symbol, never>;

/** The answer. */
export type TypedName = {
/** May the button be pressed? */
fits: boolean, };

/** Takes the note of a death back. What the contact had answered stands as it did; links that ended stay so. */
export type UndoDeath = { contact_id: ContactId,
/** Why; always needed. */
reason: string, };

/** Takes back that a contact left the main address. */
export type UndoGoneAway = { contact_id: ContactId, };

/** Saves an edited contact, unless somebody else saved it meanwhile. */
export type UpdateContact = { id: ContactId,
/** The version that was edited. */
version: number,
/** All its fields. */
contact: ContactDraft, };

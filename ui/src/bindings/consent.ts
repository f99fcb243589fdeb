// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { Basis, Channel, ChannelMark, ConsentAnswers, ConsentForm, ContactId, HalfTicked, MessageClass, Method, Purpose, Remedy, Screen, Shade, State, TickHint, Ticks, Verdict, VerdictMark, WordsTold } from "./shared";

/** One record of the time until then. */
export type AsAtEvent = {
/** `21/11/2026 10:42`. */
at_local: string,
/** `Enabled: Email, SMS. Disabled: Telephone.` */
text: string,
/** Who, where, how, and how well it is proved. */
evidence: string,
/** What staff wrote. */
notes: string,
/** Which version of the words was shown; absent for none. */
notice_version: number | null, };

/** Words that had been shown. */
export type AsAtNotice = {
/** Counts wordings. */
version: number,
/** The words. */
text: string, };

/** What a contact allowed on a day. */
export type AsAtView = { contact_id: ContactId,
/** The account's name today. */
name: string,
/** The account reference. */
reference: string,
/** The day, `21/10/2026`. */
date_local: string,
/** Was the contact on file by then? Else nothing below says anything. */
on_file: boolean,
/** D-08. */
excluded: boolean,
/** When consent had last been given; `Never recorded`. */
last_obtained_text: string,
/** The re-consent period on that day, in months; 0 never. */
reconsent_months: number,
/** Channel by channel. */
rows: Array<ConsentRow>,
/** Whom the cells of a row are about. */
parties: Array<PartyView>,
/** Why, channel by channel, for our own messages. */
why: Array<WhyView>,
/** What had been recorded, newest first. */
events: Array<AsAtEvent>,
/** The words that had been shown. */
notices: Array<AsAtNotice>, };

/** What a save does to a cell. */
export type Becomes = "given" | "taken" | "refused";

/** Asks with what a new contact begins. Nothing is recorded. */
export type BeginConsent = {
/** The form as it stands on the screen; as it opens when absent. */
form?: ConsentForm, };

/** What staff can record for one cell. */
export type CellAnswers = "both" | "only_no" | "nothing" | "only_customer";

/** One cell that moves. */
export type CellChange = {
/** `us/email/service_followup`. */
subject: string,
/** What it becomes. */
becomes: Becomes, };

/** Five ticks; `null` is a grey tick over what is assumed. */
export type ChannelTicks = { email: boolean | null, sms: boolean | null,
/** Letter. */
post: boolean | null,
/** Telephone. */
phone: boolean | null,
/** Social Media. */
social: boolean | null, };

/** Asks about contacts, for one channel and one kind of message. */
export type CheckContactable = { contact_ids: Array<ContactId>,
/** By what means. */
channel: Channel,
/** What for; general marketing when neither this nor the class is given. */
purpose: Purpose | null,
/** What kind of message, more exactly than the purpose. */
message_class: MessageClass | null,
/** For whom, as in the panel's cells; the dealership itself when absent. Sharing is for somebody else: once Settings name third parties, it has to be said for whom. */
party: string | null, };

/** The compact view (N-04). */
export type CompactConsent = {
/** The dealership's own ticks. */
us: CompactParty,
/** Third parties' ticks. */
third_party: CompactParty,
/** Do the ticks say exactly what the cells say? */
exact: boolean, };

/** The ticks of one party. */
export type CompactParty = {
/** By channel. */
channels: ChannelTicks,
/** Service Follow Up. */
service: boolean | null,
/** General Dealer Marketing Messages. */
general: boolean | null, };

/** Asks what a contact allowed at the end of a day. */
export type ConsentAsAt = { contact_id: ContactId,
/** The day, `2026-10-21`. */
date: string, };

/** The matrix before anybody answered, and what saving the form would record. */
export type ConsentBeginning = {
/** Channel by channel, as many as the profile shows. */
rows: Array<ConsentRow>,
/** Whom the cells of a row are about, in their order. */
parties: Array<PartyView>,
/** Are the two kinds of message told apart? */
purposes_shown: boolean,
/** Nobody is excluded before they are on file. */
excluded: boolean,
/** The words shown to customers now. */
notice: NoticeView,
/** The form as it opens. */
form: ConsentForm,
/** What recording the form would do. */
outcome: ConsentOutcome, };

/** One cell on screen. */
export type ConsentCell = {
/** `us/email/service_followup`. */
subject: string,
/** `us`, `third_party`, `third_party:<name>` or `manufacturer:<brand>`. */
party: string,
/** What for. */
purpose: Purpose,
/** Its state today. */
state: State,
/** What the mark stands for; *expiring* when it runs out within the days that Settings call *about to expire*. */
shade: Shade,
/** The word beside the mark. */
words: string,
/** What was recorded, as an answer: `Yes`, `No`, `Not asked`. */
answer: string,
/** Since when, `14/12/2025`. */
since_local: string | null,
/** On what ground. */
basis: Basis | null,
/** Who recorded it and when: `Maria Keane, 21/11/2026 10:42`. Absent for what was never asked, and in the as-at view, which lists the events themselves. */
recorded: string | null,
/** Carried over from another system (N-19). */
carried: boolean,
/** Taken back or refused by the contact personally: giving it again takes a note at least. */
by_customer: boolean,
/** Staff cannot give it again: the contact took it back personally, and the profile locks that (G6). */
locked: boolean,
/** What can be answered for it on its own. */
answers: CellAnswers, };

/** Somebody else saved since the form's version. */
export type ConsentConflict = {
/** `Dave Pratt changed Email on 21/11/2026 14:02.` */
message: string,
/** How consent stands now. */
view: ConsentView,
/** The form brought onto that: what nobody else touched stays turned. */
form: ConsentForm,
/** Was anything said no to that was not before? */
denied_more: boolean, };

/** What saving would do, and what the screen says about the boxes until then. */
export type ConsentOutcome = {
/** True when the save excludes from all marketing, false when it takes that back, `null` when neither. */
exclusion: boolean | null,
/** Cell by cell what moves. With no exclusion either, the save is a review (D-10). */
changes: Array<CellChange>,
/** The same in words. */
lines: Array<OutcomeLine>,
/** Box by box, as many as the profile shows. */
hints: Array<TickHint>,
/** Whose ticks allow nothing for want of their other half. */
half_ticked: Array<HalfTicked>,
/** What can be given again singly. */
offers: Array<string>,
/** Have notes to be written? */
notes: NotesNeed,
/** Is anything given that the customer could say again (D-10)? */
can_reconfirm: boolean,
/** Did consent run out that stands ticked still? */
ran_out: boolean,
/** Why a save is refused whatever is written in the notes. */
refusal: string | null,
/** What to send to `save_consent`. */
send: ConsentAnswers, };

/** What saving would do. */
export type ConsentPreview = {
/** The version to save over. */
version: number,
/** To be sent with the save: after a conflict, the version that the editor began with. */
began_with: number | null,
/** There when somebody else saved; then the outcome is that of the merged form. */
conflict: ConsentConflict | null,
/** What it does. */
outcome: ConsentOutcome, };

/** One channel on screen. */
export type ConsentRow = { channel: Channel,
/** Its name. */
label: string,
/** Us, third parties, and each brand's manufacturer, two purposes each. */
cells: Array<ConsentCell>,
/** Our own cells in one mark. */
us: RowState,
/** All third parties' in one mark. */
third_party: RowState,
/** May we send service messages? */
service: VerdictView,
/** May we send general marketing? */
general: VerdictView,
/** May third parties send anything? */
third: VerdictView,
/** Both kinds of our own messages in one. */
mark: ChannelMark,
/** Is there anything that *Stop* would record, or is every answer No already? */
can_stop: boolean, };

/** What a contact allows. */
export type ConsentView = { contact_id: ContactId,
/** Send it back with a save. */
version: number,
/** D-01. */
require_consent: boolean,
/** Which product's rules apply. */
profile: string,
/** Does a note have to be written when permission is taken away (D-07)? */
notes_required: boolean,
/** Are service and general messages shown apart? */
purposes_shown: boolean,
/** Are third parties shown? */
third_parties_shown: boolean,
/** Are answers recorded with the two ticks of the compact view (N-04)? Else in the matrix. */
compact_form: boolean,
/** Channel by channel, as many as the profile shows. */
rows: Array<ConsentRow>,
/** Whom the cells of a row are about, in their order. */
parties: Array<PartyView>,
/** As ticks. */
compact: CompactConsent,
/** Brand by brand; empty unless the dealer is franchised. */
manufacturer: Array<ManufacturerConsent>,
/** D-08. */
excluded: boolean,
/** Was the exclusion the contact's own act? Then staff cannot lift it. */
excluded_by_customer: boolean,
/** D-06; absent for never. */
last_obtained: ObtainedView | null,
/** The same in words; `Never recorded` (D-13). */
last_obtained_text: string,
/** N-14. */
last_reviewed: ReviewedView | null,
/** What may be done by each channel, as lists and the record's heading show it. */
marks: Array<ChannelMark>,
/** Is there anything that *Stop all* would record? */
can_stop: boolean,
/** The last day of the oldest permission. */
reconsent_due: string | null,
/** What to do about it; there once that day is as near as Settings call *about to expire*, or over. */
reconsent_text: string | null,
/** Does what counts as run out do so only because the clock is in doubt? */
reconsent_doubt: boolean,
/** Nobody was ever asked. */
never_reviewed: boolean,
/** They died: nothing is asked, and only a No can be recorded (L-03). */
died: boolean,
/** Whether it is time to go through the preferences. */
review: ReviewView,
/** The words shown to customers now. */
notice: NoticeView,
/** Edit Marketing Consent as it opens. */
form: ConsentForm,
/** What saving it untouched would do. */
outcome: ConsentOutcome, };

/** The answer about one contact. */
export type ContactableDecision = { contact_id: ContactId,
/** Yes, yes but note, or no. */
decision: Verdict,
/** Every reason, in the order of the gates. */
reasons: Array<string>, };

/** The answer: how many of how many. */
export type ContactableView = {
/** How many may be contacted. */
allowed: number,
/** Of how many. */
total: number,
/** One by one. */
decisions: Array<ContactableDecision>, };

/** Puts a review off. */
export type DeferReview = { contact_id: ContactId,
/** The version that was on the screen. */
version: number,
/** Why; needed from the fourth time on. */
reason: string,
/** Where it was due. */
screen: Screen, };

/** Asks why a contact may or may not be reached. */
export type ExplainChannel = { contact_id: ContactId,
/** By what means. */
channel: Channel,
/** For whom, as in the panel's cells; the dealership itself when absent. */
party: string | null, };

/** Answers of the matrix, with how they came. None at all is no review: it is left out then. */
export type FirstAnswers = {
/** Cell by cell: `true` gives, `false` says no. */
cells: { [key in string]: boolean },
/** How the contact answered. */
method: Method,
/** What staff wrote about the answers. */
notes: string,
/** Was the customer told the words shown now? */
words: WordsTold,
/** For a paper form: is the signed form kept? */
signed_form: boolean, };

/** Asks what a contact allows. */
export type GetConsent = { contact_id: ContactId, };

/** Asks for all wordings. Reading needs no right: they stand on every form. */
export type ListNotices = Record<symbol, never>;

/** One brand's manufacturer (D-09). */
export type ManufacturerConsent = { brand: string,
/** May details be passed on? */
allowed: boolean,
/** The box over all its cells: grey where only some allow it. */
tick: boolean | null,
/** The state today. */
state: State,
/** What the mark stands for. */
shade: Shade, };

/** Have notes to be written? */
export type NotesNeed = "optional" | "required" | "new";

/** One wording. */
export type NoticeVersion = {
/** Its number, counted up from 1. */
version: number,
/** Since when it was shown, at the dealership. */
since_local: string,
/** Is it the one shown now? */
current: boolean,
/** The words. */
text: string, };

/** The words shown to customers. */
export type NoticeView = {
/** The hash under which they are kept. */
id: string,
/** Counts wordings. */
version: number,
/** The words. */
text: string, };

/** When consent was last given. */
export type ObtainedView = {
/** `14/12/2025`. */
local: string,
/** `2025-12-14`. */
date: string,
/** `in person`. */
method: string,
/** Who recorded it. */
by: string, };

/** Cells that move alike, in the words of the GDPR tab: `Email: service, general`. */
export type OutcomeLine = {
/** What they become. */
becomes: Becomes, text: string, };

/** What a party is to the dealership. */
export type PartyKind = "us" | "third_party" | "manufacturer";

/** A column of the full grid. */
export type PartyView = {
/** As in [`ConsentCell::party`]. */
party: string,
/** What they are to the dealership. */
kind: PartyKind,
/** `Us`, `T.P.`, the third party's or the brand's name. */
label: string,
/** Is it still named in Settings? Who is not can only be taken away from. */
listed: boolean, };

/** Asks what saving a form would do. Nothing is recorded. */
export type PreviewConsent = { contact_id: ContactId,
/** The version that the form stands on. */
version: number,
/** After a conflict: the version that the editor began with. */
began_with: number | null,
/** The form as it stands on the screen. */
form: ConsentForm, };

/** Takes permissions back from every contact, all or none. A dry run counts and writes nothing. The run needs both rights, and the dealership's name typed. */
export type ResetPreferences = {
/** Recorded consent too? Else only what is assumed. */
include_explicit: boolean,
/** Only count? */
dry_run: boolean,
/** The dealership's name, typed; not asked for by a dry run. */
confirm: string,
/** A name to follow and cancel the work by. */
job: string, };

/** What a reset did, or would do. */
export type ResetReport = {
/** Was it only tried? */
dry_run: boolean,
/** Contacts who lose a permission. */
contacts: number,
/** Permissions taken back: one for each party, channel and purpose. */
cells: number,
/** How many of them were recorded consent. */
explicit_cells: number,
/** Contacts who keep consent that was recorded. */
kept_contacts: number,
/** How many permissions those are. */
kept_cells: number, };

/** The review of the preferences (N-14, N-15). */
export type ReviewView = {
/** Has it to be done now? */
due: boolean,
/** Why, in words; empty while it is not. */
text: string,
/** How often it was put off since the last one. */
deferrals: number,
/** Does putting it off once more take a reason? */
reason_needed: boolean,
/** The modules that wait for it: `service`, `sales_enquiries`, `parts`. Elsewhere it is offered. */
modules: Array<string>, };

/** When the preferences were last looked at. */
export type ReviewedView = {
/** `02/06/2026`. */
local: string,
/** `2026-06-02`. */
date: string,
/** Who looked. */
by: string, };

/** The cells of one side of a row, in one mark. */
export type RowState = {
/** What the mark stands for. */
shade: Shade,
/** `Yes`; `Yes: service` where the kinds of message differ; `2 of 3 yes` where parties do. */
words: string,
/** Is any of them carried over from another system (N-19)? */
carried: boolean,
/** Who says what, line by line, where a number stands for it. */
each: string | null, };

/** Records what a contact answered. */
export type SaveConsent = { contact_id: ContactId,
/** The version that was on the screen. */
version: number,
/** Where it was edited (D-11). */
screen: Screen,
/** The dealership's own ticks; a tick left out leaves what stands. */
us: Ticks,
/** Third parties' ticks. */
third_party: Ticks,
/** Per brand: may details be passed to the manufacturer (D-09)? */
manufacturer: { [key in string]: boolean },
/** How the contact answered. */
method: Method,
/** What staff wrote; needed when permission is taken away. */
notes: string,
/** "Customer re-confirmed" (D-10). */
reconfirmed: boolean,
/** "Confirmed, nothing changed" (D-10): without it a save that records nothing is refused, with it one that records more. */
review: boolean,
/** Was the customer told the words shown now? */
words: WordsTold,
/** Cell by cell, from the matrix: `true` gives, also what ran out; `false` says no. A cell counts before the ticks that cover it. */
cells: { [key in string]: boolean },
/** For a paper form: is the signed form kept? */
signed_form: boolean,
/** After a conflict: the version that the editor began with. What was taken away since needs a note to be given again. */
began_with: number | null, };

/** Excludes a contact from all marketing, or lifts that. */
export type SetExclusion = { contact_id: ContactId,
/** The version that was on the screen. */
version: number,
/** Exclude, or lift the exclusion? */
excluded: boolean,
/** Why; always needed. */
notes: string,
/** Where it was edited (D-11). */
screen: Screen, };

/** Records a No for everything by one channel, or by all. */
export type StopChannel = { contact_id: ContactId,
/** The version that was on the screen. */
version: number,
/** By what means; every channel when absent. */
channel: Channel | null,
/** How the customer said so. */
method: Method,
/** Where it was said (D-11). */
screen: Screen, };

/** Takes the last stop of this desk back. */
export type UndoStop = { contact_id: ContactId,
/** The version that the stop made. */
version: number,
/** Where it is taken back (D-11). */
screen: Screen, };

/** What the one decision says, as it is shown before anything else. */
export type VerdictView = { verdict: Verdict,
/** What the mark stands for. */
mark: VerdictMark,
/** `Allowed`, `Not allowed` */
words: string,
/** What there is to know beside the answer that was recorded: `shared number`, `runs out soon`. */
why: string | null, };

/** What to do about it. */
export type WhyAction = {
/** Which kind, for the button behind it. */
remedy: Remedy,
/** In plain words. */
text: string, };

/** The answer for one kind of message. */
export type WhyAnswer = {
/** `Service messages`, `General marketing`, or both where the answer is the same. */
what: string,
/** Yes, yes but note, or no. */
verdict: Verdict,
/** The verdict in words. */
verdict_text: string,
/** Every reason, in the order of the gates. */
reasons: Array<WhyReason>,
/** The one action that would change it; absent where nothing needs to change. */
action: WhyAction | null, };

/** One reason. */
export type WhyReason = {
/** What it alone would lead to. */
verdict: Verdict,
/** In plain words. */
text: string,
/** Who recorded it, how, where and when; absent where nothing was recorded. */
evidence: string | null, };

/** The answers for a channel. */
export type WhyView = {
/** By what means. */
channel: Channel,
/** Its name. */
label: string,
/** One answer, or one for each kind of message. */
answers: Array<WhyAnswer>, };

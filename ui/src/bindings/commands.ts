// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/**
 * Counts days from this computer's clock again, although the last entries are later.
 */
export type AcceptClock = { 
/**
 * Why; kept in the history of the settings.
 */
reason: string, };

/**
 * What was written.
 */
export type AccessExport = { 
/**
 * How many rows it holds.
 */
rows: number, 
/**
 * SHA-256 of the file.
 */
sha256: string, 
/**
 * The file's name.
 */
file: string | null, 
/**
 * The folder it lies in; absent for a document in the viewer.
 */
folder: string | null, 
/**
 * Was it opened in another program?
 */
opened: boolean, 
/**
 * Did the person change their mind?
 */
cancelled: boolean, };

/**
 * Whose door an address is.
 */
export type AddressKind = "home" | "work" | "billing" | "other";

/**
 * How the screens of a workstation look.
 */
export type Appearance = "auto" | "light" | "dark";

/**
 * Sets everything a profile says, in one step; each change has a line of its own in the history.
 */
export type ApplyProfile = { 
/**
 * Which.
 */
profile: Profile, 
/**
 * Why; needed where a period becomes *never*.
 */
reason: string, };

/**
 * One record of the time until then.
 */
export type AsAtEvent = { 
/**
 * `21/11/2026 10:42`.
 */
at_local: string, 
/**
 * `Enabled: Email, SMS. Disabled: Phone.`
 */
text: string, 
/**
 * Who, where, how, and how well it is proved.
 */
evidence: string, 
/**
 * What staff wrote.
 */
notes: string, 
/**
 * Which version of the words was shown; absent for none.
 */
notice_version: number | null, };

/**
 * Words that had been shown.
 */
export type AsAtNotice = { 
/**
 * Counts wordings.
 */
version: number, 
/**
 * The words.
 */
text: string, };

/**
 * What a contact allowed on a day.
 */
export type AsAtView = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The account's name today.
 */
name: string, 
/**
 * The account reference.
 */
reference: string, 
/**
 * The day, `21/10/2026`.
 */
date_local: string, 
/**
 * Was the contact on file by then? Else nothing below says anything.
 */
on_file: boolean, 
/**
 * D-08.
 */
excluded: boolean, 
/**
 * When consent had last been given; `Never recorded`.
 */
last_obtained_text: string, 
/**
 * The re-consent period on that day, in months; 0 never.
 */
reconsent_months: number, 
/**
 * Channel by channel.
 */
rows: Array<ConsentRow>, 
/**
 * Whom the cells of a row are about.
 */
parties: Array<PartyView>, 
/**
 * Why, channel by channel, for our own messages.
 */
why: Array<WhyView>, 
/**
 * What had been recorded, newest first.
 */
events: Array<AsAtEvent>, 
/**
 * The words that had been shown.
 */
notices: Array<AsAtNotice>, };

/**
 * A line that does not verify.
 */
export type BadLine = { 
/**
 * Its number.
 */
seq: number, 
/**
 * What is wrong with it.
 */
what: string, };

/**
 * Something that needs attention, above every screen.
 */
export type Banner = { 
/**
 * `disk_full`, `recovery_unconfirmed`, `clock`.
 */
kind: string, 
/**
 * What to say.
 */
text: string, 
/**
 * Where to go to mend it.
 */
action: string | null, };

/**
 * On what ground a permission rests (SPEC 0.11).
 */
export type Basis = "consent" | "soft_opt_in" | "legitimate_interest" | "contract" | "migrated";

/**
 * What a save does to a cell.
 */
export type Becomes = "given" | "taken" | "refused";

/**
 * Asks a job to stop. A job that ended already is left as it is.
 */
export type CancelJob = { 
/**
 * The name it was started under.
 */
job: string, };

/**
 * What was printed.
 */
export type CaptureForms = { 
/**
 * How many forms.
 */
forms: number, 
/**
 * The first form's number.
 */
first_form: string | null, 
/**
 * The last form's number.
 */
last_form: string | null, 
/**
 * The file's name.
 */
file: string | null, 
/**
 * The folder it lies in; absent for a document in the viewer.
 */
folder: string | null, 
/**
 * Was it opened in another program?
 */
opened: boolean, 
/**
 * Did the person change their mind?
 */
cancelled: boolean, };

/**
 * The columns of the old system's file, each by its name.
 */
export type CarryOverColumns = { 
/**
 * The account reference; this or the e-mail address is needed.
 */
reference: string | null, 
/**
 * The e-mail address.
 */
email: string | null, 
/**
 * *No Follow-Up* (N-09).
 */
no_follow_up: string, 
/**
 * *No Marketing* (N-10).
 */
no_marketing: string, };

/**
 * What the file is.
 */
export type CarryOverInspection = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Its size in bytes.
 */
bytes: number, 
/**
 * How many rows it has, blank ones left out.
 */
rows: number, 
/**
 * Its columns.
 */
headers: Array<string>, 
/**
 * Its first rows, cell by cell.
 */
sample: Array<Array<string>>, 
/**
 * The likely columns; empty where none looks like it.
 */
columns: CarryOverColumns, };

/**
 * What a carry-over did, or would do. Contacts are counted once, however many rows name them.
 */
export type CarryOverReport = { 
/**
 * Was it only tried?
 */
dry_run: boolean, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Rows in the file, blank ones left out: those of contacts, repeated, not found, ambiguous
 * and with errors add up to it.
 */
rows: number, 
/**
 * Contacts found.
 */
matched: number, 
/**
 * Further rows of a contact that an earlier row named; their flags count too.
 */
repeated: number, 
/**
 * Rows whose contact is not here.
 */
not_found: number, 
/**
 * Rows that may be several contacts'.
 */
ambiguous: number, 
/**
 * Rows that cannot be read.
 */
failed: number, 
/**
 * Contacts flagged *No Marketing*.
 */
no_marketing: number, 
/**
 * Contacts flagged *No Follow-Up* alone.
 */
no_follow_up: number, 
/**
 * Contacts who get letters or calls as *assumed*.
 */
assumed: number, 
/**
 * Contacts for whom the soft opt-in by e-mail and SMS is claimed, because of a purchase.
 */
soft_opt_in: number, 
/**
 * Contacts who get e-mail and SMS as *assumed* without a purchase (Navigator-exact).
 */
assumed_electronic: number, 
/**
 * Contacts whose recorded consent a flag takes away.
 */
consent_taken: number, 
/**
 * Contacts for whom nothing changes.
 */
unchanged: number, 
/**
 * Rows that cannot be read; the first 1,000.
 */
errors: Array<ImportProblem>, 
/**
 * Rows of nobody, or of more than one; the first 1,000.
 */
unmatched: Array<ImportProblem>, };

/**
 * What staff can record for one cell.
 */
export type CellAnswers = "both" | "only_no" | "nothing" | "only_customer";

/**
 * One cell that moves.
 */
export type CellChange = { 
/**
 * `us/email/service_followup`.
 */
subject: string, 
/**
 * What it becomes.
 */
becomes: Becomes, };

/**
 * Changes a setting of the GDPR page (D-03, D-05).
 */
export type ChangeGdprSetting = { 
/**
 * Which.
 */
key: string, 
/**
 * To what.
 */
value: JsonValue, 
/**
 * Why; needed where the page says so.
 */
reason: string, };

/**
 * Changes the caller's own password.
 */
export type ChangeOwnPassword = { 
/**
 * The one in use.
 */
current: string, 
/**
 * The new one.
 */
new: string, };

/**
 * Changes a setting of the System page.
 */
export type ChangeSystemSetting = { 
/**
 * Which.
 */
key: string, 
/**
 * To what.
 */
value: JsonValue, };

/**
 * By what means the contact may be reached (N-03).
 */
export type Channel = "email" | "sms" | "post" | "phone" | "social";

/**
 * Five ticks; `null` is a grey tick over what is assumed.
 */
export type ChannelTicks = { 
/**
 * Email.
 */
email: boolean | null, 
/**
 * SMS.
 */
sms: boolean | null, 
/**
 * Letter.
 */
post: boolean | null, 
/**
 * Telephone.
 */
phone: boolean | null, 
/**
 * Social Media.
 */
social: boolean | null, };

/**
 * Asks about contacts, for one channel and one kind of message.
 */
export type CheckContactable = { 
/**
 * Whom.
 */
contact_ids: Array<ContactId>, 
/**
 * By what means.
 */
channel: Channel, 
/**
 * What for; general marketing when neither this nor the class is given.
 */
purpose: Purpose | null, 
/**
 * What kind of message, more exactly than the purpose.
 */
message_class: MessageClass | null, 
/**
 * For whom, as in the panel's cells; the dealership itself when absent. Sharing is for somebody
 * else: once Settings name third parties, it has to be said for whom.
 */
party: string | null, };

/**
 * Weighs a password that somebody is choosing, by the rule that decides whether it may be set.
 * Nothing is kept. At set-up nobody is signed in yet, so anybody may ask.
 */
export type CheckPassword = { password: string, 
/**
 * What somebody who knows its owner would try first: their name, their login.
 */
own: Array<string>, };

/**
 * Reads a number.
 */
export type CheckPhone = { 
/**
 * The text.
 */
typed: string, };

/**
 * Shows the system's dialog for a file: of contacts, or of the flags that are carried over.
 */
export type ChooseImportFile = Record<symbol, never>;

/**
 * Asks which folder exports go to.
 */
export type ChooseSaveFolder = Record<symbol, never>;

/**
 * Where the file is.
 */
export type ChosenFile = { 
/**
 * Its path; absent when the person changed their mind.
 */
path: string | null, };

/**
 * A folder the person chose, or none.
 */
export type ChosenPath = { 
/**
 * The path; absent when they changed their mind.
 */
path: string | null, };

/**
 * What kind of refusal. Closed: a code exists only where a screen acts on it.
 */
export type Code = "signed_out" | "locked" | "denied" | "invalid" | "not_found" | "conflict" | "wrong_password" | "not_eligible" | "cancelled" | "disk_full" | "recovery_unconfirmed" | "not_ready" | "unknown_command" | "file" | "unexpected";

/**
 * The compact view (N-04).
 */
export type CompactConsent = { 
/**
 * The dealership's own ticks.
 */
us: CompactParty, 
/**
 * Third parties' ticks.
 */
third_party: CompactParty, 
/**
 * Do the ticks say exactly what the cells say?
 */
exact: boolean, };

/**
 * The ticks of one party.
 */
export type CompactParty = { 
/**
 * By channel.
 */
channels: ChannelTicks, 
/**
 * Service Follow Up.
 */
service: boolean | null, 
/**
 * General Dealer Marketing Messages.
 */
general: boolean | null, };

/**
 * Types two groups of the recovery key back, to prove that it was written down.
 */
export type ConfirmRecoveryKey = { 
/**
 * The first asked group.
 */
first: string, 
/**
 * The second asked group.
 */
second: string, };

/**
 * Only what was touched. A box left out, and every cell that is not named, stays as it stands:
 * sending back everything that is shown would widen what is finer than the boxes.
 */
export type ConsentAnswers = { 
/**
 * The dealership's own ticks.
 */
us: Ticks, 
/**
 * Third parties' ticks.
 */
third_party: Ticks, 
/**
 * Per brand: may details be passed to the manufacturer (D-09)?
 */
manufacturer: { [key in string]: boolean }, 
/**
 * Cell by cell: `true` gives, also what ran out; `false` says no.
 */
cells: { [key in string]: boolean }, };

/**
 * Asks what a contact allowed at the end of a day.
 */
export type ConsentAsAt = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The day, `2026-10-21`.
 */
date: string, };

/**
 * The boxes: ticked, not ticked, or grey over what is assumed or differs, which leaves it so (D-02).
 */
export type ConsentBoxes = { 
/**
 * The dealership's own.
 */
us: Ticks, 
/**
 * Third parties', all in one.
 */
third_party: Ticks, 
/**
 * One for each brand's manufacturer (D-09).
 */
brands: { [key in string]: boolean | null }, };

/**
 * One cell on screen.
 */
export type ConsentCell = { 
/**
 * `us/email/service_followup`.
 */
subject: string, 
/**
 * `us`, `third_party`, `third_party:<name>` or `manufacturer:<brand>`.
 */
party: string, 
/**
 * What for.
 */
purpose: Purpose, 
/**
 * Its state today.
 */
state: State, 
/**
 * What the mark stands for; *expiring* when it runs out within the days that Settings call
 * *about to expire*.
 */
shade: Shade, 
/**
 * The word beside the mark.
 */
words: string, 
/**
 * Since when, `14/12/2025`.
 */
since_local: string | null, 
/**
 * On what ground.
 */
basis: Basis | null, 
/**
 * Who recorded it and when: `Maria Keane, 21/11/2026 10:42`. Absent for what was never asked,
 * and in the as-at view, which lists the events themselves.
 */
recorded: string | null, 
/**
 * Carried over from another system (N-19).
 */
carried: boolean, 
/**
 * Taken back or refused by the contact personally: giving it again takes a note at least.
 */
by_customer: boolean, 
/**
 * Staff cannot give it again: the contact took it back personally, and the profile locks that
 * (G6).
 */
locked: boolean, 
/**
 * What can be answered for it on its own.
 */
answers: CellAnswers, };

/**
 * Somebody else saved since the form's version.
 */
export type ConsentConflict = { 
/**
 * `Dave Pratt changed Email on 21/11/2026 14:02.`
 */
message: string, 
/**
 * How consent stands now.
 */
view: ConsentView, 
/**
 * The form brought onto that: what nobody else touched stays turned.
 */
form: ConsentForm, 
/**
 * Was anything said no to that was not before?
 */
denied_more: boolean, };

/**
 * Everything that was turned in the dialog, and what others' saves did to it meanwhile.
 */
export type ConsentForm = { 
/**
 * The boxes as they are now.
 */
boxes: ConsentBoxes, 
/**
 * Cells set one by one in the full grid, yes or no. They count before the boxes.
 */
cells: { [key in string]: boolean }, 
/**
 * Excluded from all marketing (D-08).
 */
excluded: boolean, 
/**
 * What somebody said no to while the dialog was open: giving it takes a new note.
 */
denied: Array<string>, 
/**
 * What had been given here and did not survive somebody else's save.
 */
lost: Array<string>, 
/**
 * Channels that were ticked by hand since: on purpose, so that nothing of them is held back.
 */
ticked: Array<TickBox>, 
/**
 * Brands that were ticked by hand since.
 */
brands_ticked: Array<string>, };

/**
 * What saving would do, and what the screen says about the boxes until then.
 */
export type ConsentOutcome = { 
/**
 * True when the save excludes from all marketing, false when it takes that back, `null` when
 * neither.
 */
exclusion: boolean | null, 
/**
 * Cell by cell what moves. With no exclusion either, the save is a review (D-10).
 */
changes: Array<CellChange>, 
/**
 * The same in words.
 */
lines: Array<OutcomeLine>, 
/**
 * Box by box, as many as the profile shows.
 */
hints: Array<TickHint>, 
/**
 * Whose ticks allow nothing for want of their other half.
 */
half_ticked: Array<HalfTicked>, 
/**
 * What can be given again singly.
 */
offers: Array<string>, 
/**
 * Have notes to be written?
 */
notes: NotesNeed, 
/**
 * Is anything given that the customer could say again (D-10)?
 */
can_reconfirm: boolean, 
/**
 * Did consent run out that stands ticked still?
 */
ran_out: boolean, 
/**
 * Why a save is refused whatever is written in the notes.
 */
refusal: string | null, 
/**
 * What to send to `save_consent`.
 */
send: ConsentAnswers, };

/**
 * What saving would do.
 */
export type ConsentPreview = { 
/**
 * The version to save over.
 */
version: number, 
/**
 * To be sent with the save: after a conflict, the version that the editor began with.
 */
began_with: number | null, 
/**
 * There when somebody else saved; then the outcome is that of the merged form.
 */
conflict: ConsentConflict | null, 
/**
 * What it does.
 */
outcome: ConsentOutcome, };

/**
 * One channel on screen.
 */
export type ConsentRow = { 
/**
 * Which.
 */
channel: Channel, 
/**
 * Its name.
 */
label: string, 
/**
 * Us, third parties, and each brand's manufacturer, two purposes each.
 */
cells: Array<ConsentCell>, 
/**
 * Our own cells in one mark.
 */
us: RowState, 
/**
 * All third parties' in one mark.
 */
third_party: RowState, 
/**
 * May we send service messages?
 */
service: Verdict, 
/**
 * May we send general marketing?
 */
general: Verdict, };

/**
 * What a contact allows.
 */
export type ConsentView = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * Send it back with a save.
 */
version: number, 
/**
 * D-01.
 */
require_consent: boolean, 
/**
 * Which product's rules apply.
 */
profile: string, 
/**
 * Does a note have to be written when permission is taken away (D-07)?
 */
notes_required: boolean, 
/**
 * Are service and general messages shown apart?
 */
purposes_shown: boolean, 
/**
 * Are third parties shown?
 */
third_parties_shown: boolean, 
/**
 * Channel by channel, as many as the profile shows.
 */
rows: Array<ConsentRow>, 
/**
 * Whom the cells of a row are about, in their order.
 */
parties: Array<PartyView>, 
/**
 * As ticks.
 */
compact: CompactConsent, 
/**
 * Brand by brand; empty unless the dealer is franchised.
 */
manufacturer: Array<ManufacturerConsent>, 
/**
 * D-08.
 */
excluded: boolean, 
/**
 * Was the exclusion the contact's own act? Then staff cannot lift it.
 */
excluded_by_customer: boolean, 
/**
 * D-06; absent for never.
 */
last_obtained: ObtainedView | null, 
/**
 * The same in words; `Never recorded` (D-13).
 */
last_obtained_text: string, 
/**
 * N-14.
 */
last_reviewed: ReviewedView | null, 
/**
 * What the mark of the list stands for, for the record.
 */
shade: Shade, 
/**
 * Its colour.
 */
light: Light, 
/**
 * Its words.
 */
light_text: string, 
/**
 * The last day of the oldest permission.
 */
reconsent_due: string | null, 
/**
 * What to do about it; there once that day is as near as Settings call *about to expire*, or
 * over.
 */
reconsent_text: string | null, 
/**
 * Nobody was ever asked.
 */
never_reviewed: boolean, 
/**
 * Whether it is time to go through the preferences.
 */
review: ReviewView, 
/**
 * The words shown to customers now.
 */
notice: NoticeView, 
/**
 * Edit Marketing Consent as it opens.
 */
form: ConsentForm, 
/**
 * What saving it untouched would do.
 */
outcome: ConsentOutcome, };

/**
 * A postal address.
 */
export type ContactAddress = { 
/**
 * Whose door it is.
 */
kind: AddressKind, 
/**
 * First line.
 */
line1: string, 
/**
 * Second line.
 */
line2: string, 
/**
 * Third line.
 */
line3: string, 
/**
 * Town.
 */
town: string, 
/**
 * County.
 */
county: string, 
/**
 * Postcode.
 */
postcode: string, 
/**
 * Country.
 */
country: string, };

/**
 * The fields of a contact that staff edit.
 */
export type ContactDraft = { 
/**
 * Mr, Mrs, Dr ...
 */
title: string, 
/**
 * First names.
 */
first_name: string, 
/**
 * Surname.
 */
last_name: string, 
/**
 * Company.
 */
company: string, 
/**
 * ISO date.
 */
date_of_birth: string | null, 
/**
 * Notes, up to 10,000 characters.
 */
notes: string, 
/**
 * Addresses, the main one first.
 */
addresses: Array<ContactAddress>, 
/**
 * Phone numbers, the main one first.
 */
phones: Array<ContactPhoneDraft>, 
/**
 * E-mail addresses, the main one first.
 */
emails: Array<ContactEmail>, 
/**
 * Vehicles.
 */
vehicles: Array<ContactVehicle>, };

/**
 * An e-mail address.
 */
export type ContactEmail = { 
/**
 * The address.
 */
address: string, 
/**
 * Which address.
 */
kind: EmailKind, };

/**
 * A contact of the dealership. Never reused, so an erased person's id names nobody else.
 */
export type ContactId = string & { readonly id: "contact" };

/**
 * One line of a list of contacts.
 */
export type ContactLine = { 
/**
 * Its id.
 */
id: ContactId, 
/**
 * Its account reference.
 */
reference: string, 
/**
 * As called: first and last name, or the company.
 */
name: string, 
/**
 * Company.
 */
company: string, 
/**
 * Town of the main address.
 */
town: string, 
/**
 * Postcode of the main address.
 */
postcode: string, 
/**
 * The main number, spaced as its country writes it; the text typed where that holds none.
 */
phone: string, 
/**
 * The main e-mail address.
 */
email: string, 
/**
 * The first vehicle's plate.
 */
registration: string, 
/**
 * What the mark beside it stands for.
 */
shade: Shade, 
/**
 * May we market to them? The colour.
 */
light: Light, 
/**
 * The colour's words.
 */
light_text: string, 
/**
 * When it was last changed, at the dealership.
 */
changed_local: string, };

/**
 * What was found.
 */
export type ContactMatches = { 
/**
 * The best matches.
 */
rows: Array<ContactLine>, 
/**
 * Are there more than shown?
 */
more: boolean, };

/**
 * A page of the list.
 */
export type ContactPage = { 
/**
 * Its lines.
 */
rows: Array<ContactLine>, 
/**
 * Where it ends; absent on the last page.
 */
next: string | null, 
/**
 * How many contacts there are in all.
 */
total: number, };

/**
 * A phone number as typed and as understood (SPEC 4.6).
 */
export type ContactPhone = { 
/**
 * Which phone.
 */
kind: PhoneKind, 
/**
 * As typed.
 */
typed: string, 
/**
 * Spaced as its country writes it.
 */
national: string | null, 
/**
 * E.164.
 */
e164: string | null, 
/**
 * The extension's digits.
 */
extension: string | null, 
/**
 * What was assumed, or why there is no number.
 */
warning: string | null, };

/**
 * A phone number as typed.
 */
export type ContactPhoneDraft = { 
/**
 * Which phone.
 */
kind: PhoneKind, 
/**
 * The text.
 */
typed: string, };

/**
 * By what the list is ordered.
 */
export type ContactSort = "name" | "reference" | "changed" | "postcode";

/**
 * Whether a contact is in use. An erased contact is gone and has no status.
 */
export type ContactStatus = "active";

/**
 * A vehicle.
 */
export type ContactVehicle = { 
/**
 * The plate.
 */
registration: string, 
/**
 * Make.
 */
make: string, 
/**
 * Model.
 */
model: string, };

/**
 * A contact.
 */
export type ContactView = { 
/**
 * Its id.
 */
id: ContactId, 
/**
 * Its account reference.
 */
reference: string, 
/**
 * To be sent back with an edit.
 */
version: number, 
/**
 * Mr, Mrs, Dr ...
 */
title: string, 
/**
 * First names.
 */
first_name: string, 
/**
 * Surname.
 */
last_name: string, 
/**
 * Company.
 */
company: string, 
/**
 * As called.
 */
display_name: string, 
/**
 * ISO date.
 */
date_of_birth: string | null, 
/**
 * Notes.
 */
notes: string, 
/**
 * Addresses, the main one first.
 */
addresses: Array<ContactAddress>, 
/**
 * Phone numbers, the main one first.
 */
phones: Array<ContactPhone>, 
/**
 * E-mail addresses, the main one first.
 */
emails: Array<ContactEmail>, 
/**
 * Vehicles.
 */
vehicles: Array<ContactVehicle>, 
/**
 * When it was created, at the dealership.
 */
created_local: string, 
/**
 * When it was last changed, at the dealership.
 */
changed_local: string, 
/**
 * Shall the contact preferences pop up (N-01, A-16)?
 */
preferences_prompt: boolean, 
/**
 * Whether it is in use.
 */
status: ContactStatus, };

/**
 * The answer about one contact.
 */
export type ContactableDecision = { 
/**
 * Whom.
 */
contact_id: ContactId, 
/**
 * Yes, yes but note, or no.
 */
decision: Verdict, 
/**
 * Every reason, in the order of the gates.
 */
reasons: Array<string>, };

/**
 * The answer: how many of how many.
 */
export type ContactableView = { 
/**
 * How many may be contacted.
 */
allowed: number, 
/**
 * Of how many.
 */
total: number, 
/**
 * One by one.
 */
decisions: Array<ContactableDecision>, };

/**
 * Counts Marketing Re-consent Needed.
 */
export type CountReconsent = Record<symbol, never>;

/**
 * Creates a contact. With *Require Consent for Marketing* on, it starts with no marketing
 * preference at all; with the setting off, with what D-02 assumes.
 */
export type CreateContact = { 
/**
 * The contact.
 */
contact: ContactDraft, };

/**
 * Adds an employee.
 */
export type CreateEmployee = { 
/**
 * What they type.
 */
login: string, 
/**
 * Their name.
 */
name: string, 
/**
 * Their first password.
 */
password: string, 
/**
 * Their rights.
 */
rights: Array<Right>, };

/**
 * The dealership's details (D-28): printed on forms and shown on the portal.
 */
export type DealershipDetails = { 
/**
 * Its name.
 */
name: string, 
/**
 * Street and town, on one or more lines.
 */
address: string, 
/**
 * Postcode.
 */
postcode: string, 
/**
 * Telephone.
 */
phone: string, 
/**
 * E-mail.
 */
email: string, 
/**
 * Web site.
 */
website: string, 
/**
 * The privacy policy, an https address.
 */
privacy_policy_url: string, };

/**
 * Puts a review off.
 */
export type DeferReview = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The version that was on the screen.
 */
version: number, 
/**
 * Why; needed from the fourth time on.
 */
reason: string, 
/**
 * Where it was due.
 */
screen: Screen, };

/**
 * A reply of a command that only does something: `{}`.
 */
export type Done = Record<symbol, never>;

/**
 * Which e-mail address it is.
 */
export type EmailKind = "home" | "work" | "other";

/**
 * A member of staff who signs in.
 */
export type EmployeeId = string & { readonly id: "employee" };

/**
 * An employee's tile on the sign-in screen.
 */
export type EmployeeTile = { 
/**
 * Their id.
 */
id: EmployeeId, 
/**
 * What they type.
 */
login: string, 
/**
 * Their name.
 */
name: string, 
/**
 * Two letters.
 */
initials: string, 
/**
 * The tile's colour.
 */
colour: string, };

/**
 * An employee on screen.
 */
export type EmployeeView = { 
/**
 * Their id.
 */
id: EmployeeId, 
/**
 * What they type.
 */
login: string, 
/**
 * Their name.
 */
name: string, 
/**
 * Two letters.
 */
initials: string, 
/**
 * Their tile's colour.
 */
colour: string, 
/**
 * May they sign in?
 */
active: boolean, 
/**
 * Their rights.
 */
rights: Array<Right>, 
/**
 * The version an editor must have seen.
 */
version: number, 
/**
 * Their last sign-in.
 */
last_sign_in: When | null, 
/**
 * Is it the caller?
 */
is_self: boolean, };

/**
 * Erases a contact.
 */
export type EraseContact = { 
/**
 * Whom.
 */
contact_id: ContactId, 
/**
 * The account's name, typed.
 */
confirm_name: string, };

/**
 * One line.
 */
export type ErasureEntry = { 
/**
 * Its id.
 */
id: ErasureId, 
/**
 * The account's name; its initials once names are masked.
 */
account_name: string, 
/**
 * When, at the dealership.
 */
local: string, 
/**
 * When, as UTC text.
 */
at: string, 
/**
 * Who erased.
 */
user: string, 
/**
 * Where.
 */
workstation: string, 
/**
 * `full`, `surgical` or `auto`.
 */
mode: string, 
/**
 * What went.
 */
rows_removed: Array<WhatCount>, };

/**
 * One line of the erasure log (D-23).
 */
export type ErasureId = string & { readonly id: "erasure" };

/**
 * A page.
 */
export type ErasurePage = { 
/**
 * Newest first.
 */
entries: Array<ErasureEntry>, 
/**
 * Every workstation that erased, to choose from.
 */
workstations: Array<string>, 
/**
 * Where the next page begins.
 */
next: string | null, };

/**
 * What an erasure would do.
 */
export type ErasurePreview = { 
/**
 * The name to be typed.
 */
account_name: string, 
/**
 * May the contact be erased?
 */
eligible: boolean, 
/**
 * What stands against it, to be read behind the name.
 */
blocked_by: Array<string>, 
/**
 * What would go for good.
 */
will_go: Array<WhatCount>, 
/**
 * What would stay, and why that is.
 */
stays: Array<string>, };

/**
 * Asks why a contact may or may not be reached.
 */
export type ExplainChannel = { 
/**
 * Whom.
 */
contact_id: ContactId, 
/**
 * By what means.
 */
channel: Channel, 
/**
 * For whom, as in the panel's cells; the dealership itself when absent.
 */
party: string | null, };

/**
 * Exports what is held about a contact.
 */
export type ExportAccess = { 
/**
 * About whom.
 */
contact_id: ContactId, 
/**
 * Why; kept with the request.
 */
reason: string, };

/**
 * Exports all contacts.
 */
export type ExportContacts = Record<symbol, never>;

/**
 * Exports the log.
 */
export type ExportErasures = { 
/**
 * Of one workstation, or of all.
 */
workstation: string | null, };

/**
 * Exports the whole list.
 */
export type ExportReconsent = Record<symbol, never>;

/**
 * Exports the whole audit.
 */
export type ExportReportAudit = Record<symbol, never>;

/**
 * A failure with what the screen says about it.
 */
export type Failure = { 
/**
 * Which.
 */
kind: FailureKind, 
/**
 * In plain words.
 */
detail: string, 
/**
 * For a newer database: what it needs.
 */
needed_version: string | null, 
/**
 * The folder concerned.
 */
place: string, 
/**
 * May the recovery key help?
 */
can_use_recovery_key: boolean, };

/**
 * Why the database is not open.
 */
export type FailureKind = "keychain_locked" | "keychain_entry_missing" | "no_keychain" | "wrong_key" | "damaged_file" | "newer_database" | "disk_full" | "unsafe_place" | "in_use";

/**
 * Finds a receipt.
 */
export type FindReceipt = { 
/**
 * Its number, typed or scanned in any way.
 */
number: string, };

/**
 * Asks how far a job is.
 */
export type FollowJob = { 
/**
 * The name it was started under.
 */
job: string, };

/**
 * A receipt that is on file.
 */
export type FoundReceipt = { 
/**
 * As printed, `R-7K2M-Q9XD-4F`.
 */
number: string, 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The account's name today.
 */
name: string, 
/**
 * The account reference.
 */
reference: string, 
/**
 * `21/11/2026 10:42`.
 */
at_local: string, 
/**
 * Who made it.
 */
by: string, 
/**
 * Where.
 */
workstation: string, 
/**
 * `PDF` or `JSON-LD`.
 */
form: string, 
/**
 * Did it say that nothing is sent at all?
 */
excluded: boolean, 
/**
 * Has anything been recorded since?
 */
changed_since: boolean, 
/**
 * The table's columns.
 */
channels: Array<string>, 
/**
 * The table.
 */
parties: Array<ReceiptParty>, 
/**
 * The words under the table.
 */
remarks: Array<string>, 
/**
 * How it was recorded, as it said.
 */
records: Array<string>, 
/**
 * The exact words it gave.
 */
notices: Array<ReceiptWords>, };

/**
 * Asks what a contact allows.
 */
export type GetConsent = { 
/**
 * Whose.
 */
contact_id: ContactId, };

/**
 * Shows one contact.
 */
export type GetContact = { 
/**
 * Which.
 */
id: ContactId, };

/**
 * Reading needs no right: without one the controls are shown disabled (D-05).
 */
export type GetSettings = Record<symbol, never>;

/**
 * Why a box is grey.
 */
export type Grey = "assumed" | "differs";

/**
 * Ticks that allow nothing, for want of their other half.
 */
export type Half = "no_purpose" | "no_channel";

/**
 * A party whose ticks are only half done.
 */
export type HalfTicked = { 
/**
 * Whose.
 */
party: TickParty, 
/**
 * Which half is missing.
 */
half: Half, };

/**
 * What became of a document.
 */
export type HandedOver = { 
/**
 * The file's name.
 */
file: string | null, 
/**
 * The folder it lies in; absent for a document in the viewer.
 */
folder: string | null, 
/**
 * Was it opened in another program?
 */
opened: boolean, 
/**
 * Did the person change their mind?
 */
cancelled: boolean, };

/**
 * To what the draft was handed.
 */
export type HandedTo = "mailto" | "eml";

/**
 * One entry.
 */
export type HistoryEntry = { 
/**
 * Its line in the ledger.
 */
seq: number, 
/**
 * UTC text.
 */
at: string, 
/**
 * `2026-11-21` at the dealership.
 */
local_date: string, 
/**
 * `10:42` at the dealership.
 */
local_time: string, 
/**
 * `Today`, else `3 November 2026`.
 */
day_heading: string, 
/**
 * What it is about.
 */
kind: HistoryKind, 
/**
 * What happened.
 */
title: string, 
/**
 * The particulars.
 */
lines: Array<HistoryText>, 
/**
 * Who.
 */
by: string, 
/**
 * Where.
 */
workstation: string, };

/**
 * What an entry is about; the filters of the tab.
 */
export type HistoryKind = "consent" | "rights" | "portal" | "prints" | "record";

/**
 * A page.
 */
export type HistoryPage = { 
/**
 * Newest first.
 */
entries: Array<HistoryEntry>, 
/**
 * Where the next page begins.
 */
next: string | null, };

/**
 * One line of an entry.
 */
export type HistoryText = { 
/**
 * The words.
 */
text: string, 
/**
 * How they are meant.
 */
tone: HistoryTone, };

/**
 * How a line is meant.
 */
export type HistoryTone = "plain" | "on" | "off" | "quote" | "warn";

/**
 * What the file says of consent, by contacts created.
 */
export type ImportConsentCounts = { 
/**
 * Contacts with at least one permission that the file states with date and source.
 */
granted: number, 
/**
 * Contacts with refusals only.
 */
refused: number, 
/**
 * Contacts about which nothing is recorded.
 */
none: number, };

/**
 * A row whose e-mail address, or whose account reference and name, a contact already has.
 */
export type ImportDuplicate = { 
/**
 * Its line in the file.
 */
line: number, 
/**
 * The e-mail address, or the account reference where that is what they share.
 */
email: string, 
/**
 * The contact that has it; absent when it stands in the same file.
 */
existing: ContactLine | null, 
/**
 * The line of the first row with it, when it stands in the same file.
 */
first_line: number | null, };

/**
 * A field as the screen shows it.
 */
export type ImportField = { 
/**
 * The word in a mapping.
 */
field: string, 
/**
 * The words on the screen.
 */
label: string, 
/**
 * Must it be mapped? None is on its own: a name or a company it takes.
 */
required: boolean, };

/**
 * One import of contacts from a file.
 */
export type ImportId = string & { readonly id: "import" };

/**
 * What a file is.
 */
export type ImportInspection = { 
/**
 * Where it is.
 */
path: string, 
/**
 * Its name.
 */
file_name: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Whose export it is.
 */
layout: ImportLayout, 
/**
 * Its encoding, in words.
 */
encoding: string, 
/**
 * What divides its cells.
 */
delimiter: string, 
/**
 * How many rows it has, blank ones left out.
 */
rows: number, 
/**
 * Its columns.
 */
headers: Array<string>, 
/**
 * Its first rows, cell by cell.
 */
sample: Array<Array<string>>, 
/**
 * The likely mapping.
 */
mapping: { [key in string]: Array<string> }, 
/**
 * All fields there are.
 */
fields: Array<ImportField>, };

/**
 * Whose export a file is.
 */
export type ImportLayout = "outlook" | "google" | "forecourt" | "other";

/**
 * One import.
 */
export type ImportLine = { 
/**
 * Its id.
 */
id: ImportId, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * When, at the dealership.
 */
local: string, 
/**
 * Who.
 */
by: string, 
/**
 * Contacts created.
 */
created: number, 
/**
 * Can it be undone?
 */
undoable: boolean, 
/**
 * Why not.
 */
undo_refusal: string | null, };

/**
 * Something wrong with a row. Never holds anything of the row itself.
 */
export type ImportProblem = { 
/**
 * Its line in the file.
 */
line: number, 
/**
 * The column's name; empty when the whole row is meant.
 */
column: string, 
/**
 * What is wrong.
 */
message: string, 
/**
 * Was the row left out? Else it was imported without the cell.
 */
left_out: boolean, };

/**
 * What an import did, or would do.
 */
export type ImportReport = { 
/**
 * Was it only tried?
 */
dry_run: boolean, 
/**
 * The import, to undo it by.
 */
import_id: ImportId | null, 
/**
 * Rows in the file, blank ones left out.
 */
rows: number, 
/**
 * Contacts created.
 */
created: number, 
/**
 * Rows left out because a contact already has the address.
 */
skipped: number, 
/**
 * Rows left out because something is wrong with them.
 */
failed: number, 
/**
 * Rows whose address a contact already has; the first 1,000.
 */
duplicates: Array<ImportDuplicate>, 
/**
 * How many there are.
 */
duplicates_total: number, 
/**
 * Rows that were left out; the first 1,000.
 */
errors: Array<ImportProblem>, 
/**
 * How many there are.
 */
errors_total: number, 
/**
 * Cells that were not taken over, in rows that were; the first 1,000.
 */
warnings: Array<ImportProblem>, 
/**
 * How many there are.
 */
warnings_total: number, 
/**
 * Consent.
 */
consent: ImportConsentCounts, 
/**
 * Rows that say *must not be marketed to*: excluded from all marketing.
 */
suppressed: number, 
/**
 * Contacts already there that the file's refusals restricted.
 */
restricted: number, };

/**
 * Looks into a file: its columns, its first rows, and which column is likely what.
 */
export type InspectCarryOver = { 
/**
 * Where the file is.
 */
path: string, };

/**
 * Looks into a file: what it is, its first rows, and which column is likely what.
 */
export type InspectImport = { 
/**
 * Where the file is.
 */
path: string, };

/**
 * How far a job is.
 */
export type JobProgress = { 
/**
 * Units done: rows, pages or bytes, as the phase says.
 */
done: number, 
/**
 * Units in all, where that is known.
 */
total: number | null, 
/**
 * What is being done, for the screen.
 */
phase: string, 
/**
 * Has it ended, well or not?
 */
finished: boolean, };

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/**
 * What the verification found.
 */
export type LedgerView = { 
/**
 * Does every line verify?
 */
ok: boolean, 
/**
 * How many lines there are.
 */
lines: number, 
/**
 * The head, as printed on reports.
 */
head: string, 
/**
 * The first line that does not verify.
 */
first_bad: BadLine | null, 
/**
 * Was the head compared with the one this computer's keychain remembers? Without that, lines
 * cut off at the end do not show.
 */
compared: boolean, };

/**
 * The colour; always shown with its words and a shape (WCAG 1.4.1), by [`super::Shade`].
 */
export type Light = "green" | "amber" | "red" | "grey";

/**
 * Shows one page of the list.
 */
export type ListContacts = { 
/**
 * By what.
 */
sort: ContactSort, 
/**
 * From the other end?
 */
descending: boolean, 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * How many lines; at most 500.
 */
limit: number, };

/**
 * Everybody; without "Can View / Edit Employee Records" only oneself (D-33).
 */
export type ListEmployees = Record<symbol, never>;

/**
 * Asks for a page.
 */
export type ListErasures = { 
/**
 * Of one workstation, or of all.
 */
workstation: string | null, 
/**
 * The cursor of the page before.
 */
before: string | null, 
/**
 * How many, at most 500.
 */
limit: number, };

/**
 * Asks for a page.
 */
export type ListHistory = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * Which kinds; all when empty.
 */
kinds: Array<HistoryKind>, 
/**
 * The cursor of the page before.
 */
before: string | null, 
/**
 * How many, at most 500.
 */
limit: number, };

/**
 * Shows the last imports, newest first.
 */
export type ListImports = Record<symbol, never>;

/**
 * Asks for all wordings. Reading needs no right: they stand on every form.
 */
export type ListNotices = Record<symbol, never>;

/**
 * Shows one page of Marketing Re-consent Needed.
 */
export type ListReconsent = { 
/**
 * Where the page before ended.
 */
after: string | null, 
/**
 * How many rows; at most 500.
 */
limit: number, };

/**
 * Asks for a page.
 */
export type ListReportAudit = { 
/**
 * Of one employee, or of all.
 */
employee_id: EmployeeId | null, 
/**
 * `PDF`, `Print`, `CSV` or `E-mail`, or all.
 */
method: string | null, 
/**
 * The cursor of the page before.
 */
before: string | null, 
/**
 * How many, at most 500.
 */
limit: number, };

/**
 * Asks for a page.
 */
export type ListSettingChanges = { 
/**
 * The cursor of the page before.
 */
before: string | null, 
/**
 * How many, at most 500.
 */
limit: number, };

/**
 * The sign-ins, newest first.
 */
export type ListSignIns = { 
/**
 * The cursor of the page before.
 */
before: string | null, 
/**
 * How many, at most 500.
 */
limit: number, };

/**
 * Locks the screen.
 */
export type Lock = Record<symbol, never>;

/**
 * What was made.
 */
export type MadeReceipt = { 
/**
 * Its number; absent when nothing was made after all.
 */
number: string | null, 
/**
 * The file's name.
 */
file: string | null, 
/**
 * The folder it lies in; absent for a document in the viewer.
 */
folder: string | null, 
/**
 * Was it opened in another program?
 */
opened: boolean, 
/**
 * Did the person change their mind?
 */
cancelled: boolean, };

/**
 * Makes a consent receipt.
 */
export type MakeReceipt = { 
/**
 * For whom.
 */
contact_id: ContactId, 
/**
 * As what.
 */
form: ReceiptForm, };

/**
 * One brand's manufacturer (D-09).
 */
export type ManufacturerConsent = { 
/**
 * The brand.
 */
brand: string, 
/**
 * May details be passed on?
 */
allowed: boolean, 
/**
 * The box over all its cells: grey where only some allow it.
 */
tick: boolean | null, 
/**
 * The state today.
 */
state: State, 
/**
 * What the mark stands for.
 */
shade: Shade, };

/**
 * What kind of message it is.
 */
export type MessageClass = "safety_recall" | "administration" | "reply" | "service_followup" | "general_marketing" | "sharing" | "consent_request" | "double_opt_in" | "survey";

/**
 * How the answer reached the dealership (SPEC 2.4).
 */
export type Method = "in_person" | "phone" | "paper_form" | "portal" | "webform" | "double_opt_in" | "reply_unsubscribe" | "import" | "migration" | "bulk_reset";

/**
 * The first employee, with every right.
 */
export type NewManager = { 
/**
 * Their name.
 */
name: string, 
/**
 * What they type to sign in.
 */
login: string, 
/**
 * Their password.
 */
password: string, };

/**
 * Have notes to be written?
 */
export type NotesNeed = "optional" | "required" | "new";

/**
 * One wording.
 */
export type NoticeVersion = { 
/**
 * Its number, counted up from 1.
 */
version: number, 
/**
 * Since when it was shown, at the dealership.
 */
since_local: string, 
/**
 * Is it the one shown now?
 */
current: boolean, 
/**
 * The words.
 */
text: string, };

/**
 * The words shown to customers.
 */
export type NoticeView = { 
/**
 * The hash under which they are kept.
 */
id: string, 
/**
 * Counts wordings.
 */
version: number, 
/**
 * The words.
 */
text: string, };

/**
 * When consent was last given.
 */
export type ObtainedView = { 
/**
 * `14/12/2025`.
 */
local: string, 
/**
 * `2025-12-14`.
 */
date: string, 
/**
 * `in person`.
 */
method: string, 
/**
 * Who recorded it.
 */
by: string, };

/**
 * Cells that move alike, in the words of the GDPR tab: `Email: service, general`.
 */
export type OutcomeLine = { 
/**
 * What they become.
 */
becomes: Becomes, 
/**
 * Which.
 */
text: string, };

/**
 * What a party is to the dealership.
 */
export type PartyKind = "us" | "third_party" | "manufacturer";

/**
 * A column of the full grid.
 */
export type PartyView = { 
/**
 * As in [`ConsentCell::party`].
 */
party: string, 
/**
 * What they are to the dealership.
 */
kind: PartyKind, 
/**
 * `Us`, `T.P.`, the third party's or the brand's name.
 */
label: string, 
/**
 * Is it still named in Settings? Who is not can only be taken away from.
 */
listed: boolean, };

/**
 * What a password is worth.
 */
export type PasswordStrength = { strength: Strength, 
/**
 * May it be set?
 */
enough: boolean, words: string, };

/**
 * Which phone a number rings.
 */
export type PhoneKind = "mobile" | "home" | "work" | "other";

/**
 * A number as understood.
 */
export type PhoneView = { 
/**
 * Spaced as its country writes it.
 */
national: string | null, 
/**
 * E.164.
 */
e164: string | null, 
/**
 * The extension's digits.
 */
extension: string | null, 
/**
 * What was assumed, or why there is no number.
 */
warning: string | null, };

/**
 * Something that is not there yet.
 */
export type PortalGap = "address" | "company" | "contact" | "privacy_policy";

/**
 * What was prepared. The link itself is not told: it belongs to the customer.
 */
export type PortalLinkPrepared = { 
/**
 * How it was handed over.
 */
handed_over: HandedTo, 
/**
 * To which address.
 */
address: string, };

/**
 * A contact for whom no draft was prepared.
 */
export type PortalLinkRefused = { 
/**
 * For whom.
 */
contact_id: ContactId, 
/**
 * As called.
 */
name: string, 
/**
 * Why not, in the order of the gates.
 */
reasons: Array<string>, };

/**
 * A contact whose draft was handed over.
 */
export type PortalLinkSent = { 
/**
 * For whom.
 */
contact_id: ContactId, 
/**
 * As called.
 */
name: string, 
/**
 * To which address.
 */
address: string, 
/**
 * How it was handed over.
 */
handed_over: HandedTo, };

/**
 * What became of the selection. The links themselves are not told.
 */
export type PortalLinksPrepared = { 
/**
 * Handed to the mail program.
 */
prepared: Array<PortalLinkSent>, 
/**
 * Not prepared, with the reasons.
 */
refused: Array<PortalLinkRefused>, };

/**
 * Prepares a link.
 */
export type PreparePortalLink = { 
/**
 * For whom.
 */
contact_id: ContactId, 
/**
 * To which of their addresses.
 */
email: string, 
/**
 * Did the customer ask for it?
 */
customer_asked: boolean, };

/**
 * Prepares a link for each of these contacts, to their first e-mail address. No customer asked for
 * it: where one did, the link is prepared on the record.
 */
export type PreparePortalLinks = { 
/**
 * For whom, at most 25 at once: each becomes a draft of its own in the mail program.
 */
contact_ids: Array<ContactId>, };

/**
 * Asks what saving a form would do. Nothing is recorded.
 */
export type PreviewConsent = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The version that the form stands on.
 */
version: number, 
/**
 * After a conflict: the version that the editor began with.
 */
began_with: number | null, 
/**
 * The form as it stands on the screen.
 */
form: ConsentForm, };

/**
 * Asks what an erasure would do.
 */
export type PreviewErasure = { 
/**
 * Whose.
 */
contact_id: ContactId, };

/**
 * Shows what a profile would change, before it does.
 */
export type PreviewProfile = { 
/**
 * Which.
 */
profile: Profile, };

/**
 * Prints what a contact allowed at the end of a day.
 */
export type PrintAsAt = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The day, `2026-10-21`.
 */
date: string, };

/**
 * Prints data capture forms.
 */
export type PrintCaptureForms = { 
/**
 * For these contacts, in this order.
 */
contact_ids: Array<ContactId>, 
/**
 * And so many blank copies.
 */
blank: number, 
/**
 * For every contact, by name.
 */
all: boolean, 
/**
 * For everybody on Marketing Re-consent Needed, in its order (D-15).
 */
reconsent: boolean, 
/**
 * With `all`: for the first so many only.
 */
limit: number | null, 
/**
 * The job's name, to watch and to cancel it.
 */
job: string | null, };

/**
 * Prints all contacts.
 */
export type PrintContacts = { 
/**
 * In which order.
 */
sort: ContactSort, };

/**
 * Opens the emergency sheet for printing, while the recovery key is still shown.
 */
export type PrintEmergencySheet = Record<symbol, never>;

/**
 * Prints the log.
 */
export type PrintErasures = { 
/**
 * Of one workstation, or of all.
 */
workstation: string | null, };

/**
 * Prints the history of one contact.
 */
export type PrintHistory = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * Which kinds; all when empty.
 */
kinds: Array<HistoryKind>, };

/**
 * Prints the whole list.
 */
export type PrintReconsent = Record<symbol, never>;

/**
 * Whose rules apply.
 *
 * A preset covers the settings there are. Rows of SPEC 2.6 that wait for their module: the
 * exclude-all button, the status set by *Exclude*, the e-mail status threshold, the scope of an
 * opt-out, the portal's sections and confirmation, and the erasure offered. *Franchised dealer*,
 * the named third parties and the days of *about to expire* are facts about the dealership and
 * stay as they are; carrying old flags over is a job of its own.
 */
export type Profile = "dragon" | "navigator" | "vtiger" | "forecourt";

/**
 * What a profile changes.
 */
export type ProfileChanges = { 
/**
 * The profile.
 */
profile: Profile, 
/**
 * Its name.
 */
label: string, 
/**
 * Every setting that differs; none when everything stands so already.
 */
steps: Array<ProfileStep>, 
/**
 * A period becomes *never*: a reason has to be given (D-12).
 */
reason_needed: boolean, };

/**
 * A setting that a profile changes, in words.
 */
export type ProfileStep = { 
/**
 * Which.
 */
setting: string, 
/**
 * Its name on the page.
 */
label: string, 
/**
 * How it stands.
 */
old: string, 
/**
 * What it becomes.
 */
new: string, };

/**
 * What for (N-04).
 */
export type Purpose = "service_followup" | "general_marketing";

/**
 * One word of the table.
 */
export type ReceiptCell = { 
/**
 * What the mark stands for; a yes behind an exclusion is no yes.
 */
shade: Shade, 
/**
 * `Yes`, `Not asked`, `Withdrawn`, ...
 */
words: string, 
/**
 * Might messages be sent on it?
 */
allowed: boolean, };

/**
 * What a receipt is made as.
 */
export type ReceiptForm = "pdf" | "json_ld";

/**
 * One line of the table.
 */
export type ReceiptLine = { 
/**
 * `Service Follow Up`.
 */
purpose: string, 
/**
 * One for each channel.
 */
cells: Array<ReceiptCell>, };

/**
 * What one party might send.
 */
export type ReceiptParty = { 
/**
 * Whose messages.
 */
party: string, 
/**
 * Kind by kind.
 */
lines: Array<ReceiptLine>, };

/**
 * Words that had been shown.
 */
export type ReceiptWords = { 
/**
 * Counts wordings.
 */
version: number, 
/**
 * The words.
 */
text: string, };

/**
 * How many have to be asked again.
 */
export type ReconsentCount = { 
/**
 * Contacts on the list, over all its pages.
 */
total: number, };

/**
 * A page of the list.
 */
export type ReconsentPage = { 
/**
 * Its rows, longest overdue first.
 */
rows: Array<ReconsentRow>, 
/**
 * Where it ends; absent on the last page.
 */
next: string | null, 
/**
 * The period behind the list, in months; 0 never prompts, and the list is empty.
 */
months: number, };

/**
 * A contact to be asked again.
 */
export type ReconsentRow = { 
/**
 * When consent was last obtained, as `21/11/2026`; `Never recorded` (D-13).
 */
last_obtained_text: string, 
/**
 * Nobody ever gave this consent: it was only assumed.
 */
never_recorded: boolean, 
/**
 * What ran out: `Email and SMS; T.P.: Letter`.
 */
ran_out: string, 
/**
 * The last day on which all of it was good, as `21/11/2026`.
 */
good_until: string, 
/**
 * Its id.
 */
id: ContactId, 
/**
 * Its account reference.
 */
reference: string, 
/**
 * As called: first and last name, or the company.
 */
name: string, 
/**
 * Company.
 */
company: string, 
/**
 * Town of the main address.
 */
town: string, 
/**
 * Postcode of the main address.
 */
postcode: string, 
/**
 * The main number, spaced as its country writes it; the text typed where that holds none.
 */
phone: string, 
/**
 * The main e-mail address.
 */
email: string, 
/**
 * The first vehicle's plate.
 */
registration: string, 
/**
 * What the mark beside it stands for.
 */
shade: Shade, 
/**
 * May we market to them? The colour.
 */
light: Light, 
/**
 * The colour's words.
 */
light_text: string, 
/**
 * When it was last changed, at the dealership.
 */
changed_local: string, };

/**
 * A recovery key, shown once.
 */
export type RecoveryKeyView = { 
/**
 * `ABCD-EFGH-...`, 8 groups of 4.
 */
recovery_key: string, 
/**
 * Which two groups are to be typed back, counted from 1.
 */
asked_groups: [number, number], 
/**
 * Is the database's key in this computer's keychain? Else the recovery key is asked for at
 * every start.
 */
in_keychain: boolean, };

/**
 * Why a call was refused, in plain words for counter staff and without personal data.
 */
export type Refusal = { 
/**
 * What kind.
 */
code: Code, 
/**
 * What to say.
 */
message: string, 
/**
 * Per field of the input, what is wrong with it.
 */
fields: { [key in string]: string }, 
/**
 * Where the cause stands in the log.
 */
reference: string | null, };

/**
 * The one action that would change a decision (M-01), for the first reason that blocks.
 */
export type Remedy = "add_address" | "use_primary" | "only_the_customer" | "lift_exclusion" | "ask" | "ask_again" | "wait" | "correct_address" | "screen" | "review" | "nothing";

/**
 * Makes a new recovery key; the sheet before it opens nothing any more.
 */
export type RenewRecoveryKey = Record<symbol, never>;

/**
 * One print or export.
 */
export type ReportAuditEntry = { 
/**
 * Its id.
 */
id: ReportId, 
/**
 * When, at the dealership.
 */
local: string, 
/**
 * What.
 */
report: string, 
/**
 * What was chosen; a single contact by its account reference.
 */
criteria: string, 
/**
 * How.
 */
method: string, 
/**
 * Who.
 */
employee: string, 
/**
 * Where.
 */
workstation: string, 
/**
 * How many rows, forms or people; absent before it is complete.
 */
rows: number | null, 
/**
 * SHA-256 of the file; absent before it is complete.
 */
hash: string | null, 
/**
 * `started`, `completed`, `failed` or `cancelled`.
 */
status: 'started' | 'completed' | 'failed' | 'cancelled', };

/**
 * A page.
 */
export type ReportAuditPage = { 
/**
 * Newest first.
 */
entries: Array<ReportAuditEntry>, 
/**
 * Where the next page begins.
 */
next: string | null, };

/**
 * One line of the Report Audit (D-32).
 */
export type ReportId = string & { readonly id: "report" };

/**
 * Gives an employee a new password.
 */
export type ResetPassword = { 
/**
 * Whom.
 */
id: EmployeeId, 
/**
 * The new password.
 */
new_password: string, };

/**
 * Takes permissions back from every contact, all or none. A dry run counts and writes nothing.
 * The run needs both rights, and the dealership's name typed.
 */
export type ResetPreferences = { 
/**
 * Recorded consent too? Else only what is assumed.
 */
include_explicit: boolean, 
/**
 * Only count?
 */
dry_run: boolean, 
/**
 * The dealership's name, typed; not asked for by a dry run.
 */
confirm: string, 
/**
 * A name to follow and cancel the work by.
 */
job: string, };

/**
 * What a reset did, or would do.
 */
export type ResetReport = { 
/**
 * Was it only tried?
 */
dry_run: boolean, 
/**
 * Contacts who lose a permission.
 */
contacts: number, 
/**
 * Permissions taken back: one for each party, channel and purpose.
 */
cells: number, 
/**
 * How many of them were recorded consent.
 */
explicit_cells: number, 
/**
 * Contacts who keep consent that was recorded.
 */
kept_contacts: number, 
/**
 * How many permissions those are.
 */
kept_cells: number, };

/**
 * Tries to open the database again, after somebody unlocked the keychain or freed some space.
 */
export type RetryUnlock = Record<symbol, never>;

/**
 * The review of the preferences (N-14, N-15).
 */
export type ReviewView = { 
/**
 * Has it to be done now?
 */
due: boolean, 
/**
 * Why, in words; empty while it is not.
 */
text: string, 
/**
 * How often it was put off since the last one.
 */
deferrals: number, 
/**
 * Does putting it off once more take a reason?
 */
reason_needed: boolean, 
/**
 * The modules that wait for it: `service`, `sales_enquiries`, `parts`. Elsewhere it is offered.
 */
modules: Array<string>, };

/**
 * When the preferences were last looked at.
 */
export type ReviewedView = { 
/**
 * `02/06/2026`.
 */
local: string, 
/**
 * `2026-06-02`.
 */
date: string, 
/**
 * Who looked.
 */
by: string, };

/**
 * One access right, as ticked in Settings > Employees > Access Rights.
 */
export type Right = "access_settings" | "employee_records" | "change_gdpr_option" | "gdpr_rights_requests" | "reveal_encrypted" | "lift_stop_processing" | "override_contact_opt_out" | "bulk_preference_reset" | "review_erasure_log" | "send_mailshots" | "export_reports";

/**
 * The cells of one side of a row, in one mark.
 */
export type RowState = { 
/**
 * What the mark stands for.
 */
shade: Shade, 
/**
 * `Given`; `Given: service` where the kinds of message differ; `2 of 3 given` where parties do.
 */
words: string, 
/**
 * Is any of them carried over from another system (N-19)?
 */
carried: boolean, 
/**
 * Who says what, line by line, where a number stands for it.
 */
each: string | null, };

/**
 * Carries the flags of a file over, all of them or none. A dry run does the same and writes
 * nothing.
 */
export type RunCarryOver = { 
/**
 * Where the file is.
 */
path: string, 
/**
 * Which column holds what.
 */
columns: CarryOverColumns, 
/**
 * Navigator-exact: assume e-mail and SMS where there is no purchase, too (N-11).
 */
exact: boolean, 
/**
 * Only try?
 */
dry_run: boolean, 
/**
 * A name to follow and cancel the work by.
 */
job: string, };

/**
 * Imports the contacts of a file, all or none of them. A dry run does the same and writes
 * nothing.
 */
export type RunImport = { 
/**
 * Where the file is.
 */
path: string, 
/**
 * Which columns go into which field; empty for the mapping that is guessed.
 */
mapping: { [key in string]: Array<string> }, 
/**
 * Only try?
 */
dry_run: boolean, 
/**
 * A name to follow and cancel the work by.
 */
job: string, 
/**
 * Leave out rows whose e-mail address a contact already has? Refusals they state restrict
 * that contact all the same.
 */
skip_duplicates: boolean, };

/**
 * Records what a contact answered.
 */
export type SaveConsent = { 
/**
 * Whose.
 */
contact_id: ContactId, 
/**
 * The version that was on the screen.
 */
version: number, 
/**
 * Where it was edited (D-11).
 */
screen: Screen, 
/**
 * The dealership's own ticks; a tick left out leaves what stands.
 */
us: Ticks, 
/**
 * Third parties' ticks.
 */
third_party: Ticks, 
/**
 * Per brand: may details be passed to the manufacturer (D-09)?
 */
manufacturer: { [key in string]: boolean }, 
/**
 * How the contact answered.
 */
method: Method, 
/**
 * What staff wrote; needed when permission is taken away.
 */
notes: string, 
/**
 * "Customer re-confirmed" (D-10).
 */
reconfirmed: boolean, 
/**
 * Cell by cell, from the full grid: `true` gives, also what ran out; `false` says no. A cell
 * counts before the ticks that cover it.
 */
cells: { [key in string]: boolean }, 
/**
 * For a paper form: is the signed form kept?
 */
signed_form: boolean, 
/**
 * After a conflict: the version that the editor began with. What was taken away since needs a
 * note to be given again.
 */
began_with: number | null, };

/**
 * From which screen a preference was changed (D-11).
 */
export type Screen = "contact_record" | "contact_created" | "service_booking_form" | "service_record" | "vehicle_sales_record" | "prospect_record" | "parts" | "import" | "system";

/**
 * Finds contacts.
 */
export type SearchContacts = { 
/**
 * What is typed.
 */
term: string, 
/**
 * How many lines to show; at most 200.
 */
limit: number, };

/**
 * Everything a screen needs to know about the session. Rights are enforced by the dispatcher;
 * the screen only mirrors them.
 */
export type SessionView = { 
/**
 * Who.
 */
employee: EmployeeTile, 
/**
 * With which rights.
 */
rights: Array<Right>, 
/**
 * Where.
 */
workstation: WorkstationView, 
/**
 * The dealership.
 */
dealership: DealershipDetails, 
/**
 * Its time zone.
 */
time_zone: string, 
/**
 * Its civil date.
 */
today: string, 
/**
 * Minutes until the idle lock.
 */
idle_minutes: number, 
/**
 * Was the recovery key typed back?
 */
recovery_confirmed: boolean, 
/**
 * What needs attention.
 */
banners: Array<Banner>, 
/**
 * D-09.
 */
franchised: boolean, 
/**
 * Its brands.
 */
brands: Array<string>, 
/**
 * D-01.
 */
require_consent: boolean, };

/**
 * Chooses how this workstation's screens look, from now on and after the next start.
 */
export type SetAppearance = { 
/**
 * How.
 */
appearance: Appearance, };

/**
 * Excludes a contact from all marketing, or lifts that.
 */
export type SetExclusion = { 
/**
 * Whom.
 */
contact_id: ContactId, 
/**
 * The version that was on the screen.
 */
version: number, 
/**
 * Exclude, or lift the exclusion?
 */
excluded: boolean, 
/**
 * Why; always needed.
 */
notes: string, 
/**
 * Where it was edited (D-11).
 */
screen: Screen, };

/**
 * Makes the dealership on this computer.
 */
export type SetUpDealership = { 
/**
 * Name and details.
 */
dealership: DealershipDetails, 
/**
 * IANA time zone.
 */
time_zone: string, 
/**
 * The first manager.
 */
manager: NewManager, 
/**
 * This computer's name.
 */
workstation_name: string, };

/**
 * One change.
 */
export type SettingChange = { 
/**
 * At the dealership.
 */
local: string, 
/**
 * Who.
 */
by: string, 
/**
 * Where.
 */
workstation: string, 
/**
 * The key.
 */
setting: string, 
/**
 * Before.
 */
old: JsonValue, 
/**
 * After.
 */
new: JsonValue, 
/**
 * Why.
 */
reason: string, };

/**
 * A page of changes.
 */
export type SettingChangePage = { 
/**
 * Newest first.
 */
entries: Array<SettingChange>, 
/**
 * Where the next page begins.
 */
next: string | null, };

/**
 * Every setting with its value.
 */
export type SettingsView = { 
/**
 * By key; keys that nobody set have their default.
 */
values: { [key in string]: JsonValue }, 
/**
 * Keys whose value is a number of months for which something lasts: 0 means for ever.
 */
periods: Array<string>, 
/**
 * What has to be filled in before the consent portal can be turned on (D-28).
 */
portal_missing: Array<PortalGap>, 
/**
 * The dealership's details.
 */
dealership: DealershipDetails, 
/**
 * Its time zone.
 */
time_zone: string, 
/**
 * This computer.
 */
workstation: WorkstationView, };

/**
 * What a mark stands for, of one cell or of all that a contact allows.
 */
export type Shade = "not_asked" | "assumed" | "given" | "expiring" | "expired" | "partly" | "refused" | "withdrawn" | "no_marketing" | "excluded";

/**
 * Asks for [`SessionView`].
 */
export type ShowSession = Record<symbol, never>;

/**
 * Signs an employee in, by their tile or by what they type.
 */
export type SignIn = { 
/**
 * The tile.
 */
employee_id: EmployeeId | null, 
/**
 * Or the login.
 */
login: string | null, 
/**
 * The password.
 */
password: string, };

/**
 * One sign-in, lock or wrong password.
 */
export type SignInEntry = { 
/**
 * At the dealership.
 */
local: string, 
/**
 * Whose.
 */
who: string, 
/**
 * What, in words.
 */
what: string, 
/**
 * On which computer.
 */
workstation: string, };

/**
 * A page of sign-ins.
 */
export type SignInPage = { 
/**
 * Newest first.
 */
entries: Array<SignInEntry>, 
/**
 * Where the next page begins.
 */
next: string | null, };

/**
 * Ends the session.
 */
export type SignOut = Record<symbol, never>;

/**
 * Finds contacts with the same e-mail address, phone number, or name and postcode. What cannot
 * be read yet is passed over: somebody is still typing.
 */
export type SimilarContacts = { 
/**
 * What is being typed.
 */
contact: ContactDraft, };

/**
 * Asks for [`StartupView`].
 */
export type Startup = Record<symbol, never>;

/**
 * Which screen comes first.
 */
export type StartupPhase = "set_up" | "confirm_recovery" | "failure" | "signed_out" | "locked" | "signed_in";

/**
 * The state of the product as a screen shows it before anybody signs in.
 */
export type StartupView = { 
/**
 * Which screen.
 */
phase: StartupPhase, 
/**
 * Why the database is not open.
 */
failure: Failure | null, 
/**
 * The dealership's name.
 */
dealership_name: string | null, 
/**
 * This computer's name; before set-up, the one proposed.
 */
workstation_name: string, 
/**
 * Who may sign in.
 */
employees: Array<EmployeeTile>, 
/**
 * Minutes until the idle lock.
 */
idle_minutes: number, 
/**
 * Behind the lock: whose session.
 */
locked_employee_id: EmployeeId | null, 
/**
 * In the sample dealership: how to sign in.
 */
demo_hint: string | null, 
/**
 * Light or dark, as chosen on this workstation.
 */
appearance: Appearance, 
/**
 * The product's version.
 */
version: string, 
/**
 * The disk was full at the start: everything can be read, nothing written.
 */
view_only: boolean, };

/**
 * The state of a cell (SPEC 2.2). *Expired* is never stored: it is what today and the
 * re-consent period make of a permission.
 */
export type State = "unset" | "assumed" | "granted" | "expired" | "refused" | "withdrawn";

/**
 * How hard a password is to guess, easiest first.
 */
export type Strength = "too_short" | "too_long" | "weak" | "fair" | "good" | "strong";

/**
 * A kind of cached answer. A reading command says which it shows, a changing one which it makes
 * stale; the screens never guess.
 */
export type Tag = "contacts" | "contact" | "consent" | "history" | "settings" | "employees" | "session" | "erasures" | "report_audit" | "imports" | "portal";

/**
 * A box of the compact view.
 */
export type TickBox = { 
/**
 * Whose.
 */
party: TickParty, 
/**
 * Which.
 */
tick: TickName, };

/**
 * What is to be said about one box.
 */
export type TickHint = { 
/**
 * Whose.
 */
party: TickParty, 
/**
 * Which.
 */
tick: TickName, 
/**
 * Only the customer can give what is under it (G6).
 */
locked: boolean, 
/**
 * Why it is grey, while it is.
 */
grey: Grey | null, };

/**
 * One of the seven boxes of a party: a channel, or a kind of message.
 */
export type TickName = "email" | "sms" | "post" | "phone" | "social" | "service" | "general";

/**
 * Whose boxes: the dealership's own, or those of all third parties together.
 */
export type TickParty = "us" | "third_party";

/**
 * The ticks of one party. `None` leaves what stands: an *assumed* permission is shown as a grey
 * tick and stays assumed unless somebody ticks or un-ticks it in front of the contact.
 */
export type Ticks = { 
/**
 * Email.
 */
email: boolean | null, 
/**
 * SMS.
 */
sms: boolean | null, 
/**
 * Letter.
 */
post: boolean | null, 
/**
 * Telephone.
 */
phone: boolean | null, 
/**
 * Social Media.
 */
social: boolean | null, 
/**
 * Service Follow Up.
 */
service: boolean | null, 
/**
 * General Dealer Marketing Messages.
 */
general: boolean | null, };

/**
 * Somebody is there.
 */
export type Touch = Record<symbol, never>;

/**
 * Removes the contacts an import created, with everything recorded about them, as long as
 * nothing else touched one of them. What the import restricted for contacts that were there
 * before stays restricted: an opt-out is not taken back.
 */
export type UndoImport = { 
/**
 * Which.
 */
id: ImportId, };

/**
 * What an undo removed.
 */
export type Undone = { 
/**
 * How many contacts.
 */
removed: number, };

/**
 * Goes on behind the lock.
 */
export type Unlock = { 
/**
 * The password of whoever locked.
 */
password: string, };

/**
 * Opens the database with the recovery key and gives the keychain a new device key.
 */
export type UnlockWithRecoveryKey = { 
/**
 * As typed.
 */
recovery_key: string, };

/**
 * Saves an edited contact, unless somebody else saved it meanwhile.
 */
export type UpdateContact = { 
/**
 * Which.
 */
id: ContactId, 
/**
 * The version that was edited.
 */
version: number, 
/**
 * All its fields.
 */
contact: ContactDraft, };

/**
 * Changes the dealership's details.
 */
export type UpdateDealership = { 
/**
 * The details.
 */
dealership: DealershipDetails, };

/**
 * Changes an employee: name, login, rights, and whether they may sign in.
 */
export type UpdateEmployee = { 
/**
 * Whom.
 */
id: EmployeeId, 
/**
 * The version the editor saw.
 */
version: number, 
/**
 * Their name.
 */
name: string, 
/**
 * What they type.
 */
login: string, 
/**
 * May they sign in?
 */
active: boolean, 
/**
 * Their rights.
 */
rights: Array<Right>, };

/**
 * Names this computer and says where its exports go.
 */
export type UpdateWorkstation = { 
/**
 * Its name.
 */
name: string, 
/**
 * The folder; absent asks each time.
 */
save_folder: string | null, };

/**
 * The outcome, mildest first, so that the strictest reason wins.
 */
export type Verdict = "allow" | "warn" | "block";

/**
 * Verifies the whole ledger.
 */
export type VerifyLedger = Record<symbol, never>;

/**
 * So many of these.
 */
export type WhatCount = { 
/**
 * What: `addresses`.
 */
what: string, 
/**
 * How many.
 */
count: number, };

/**
 * A moment for the screen.
 */
export type When = { 
/**
 * UTC text.
 */
at: string, 
/**
 * `21/11/2026 10:42` at the dealership.
 */
local: string, };

/**
 * What to do about it.
 */
export type WhyAction = { 
/**
 * Which kind, for the button behind it.
 */
remedy: Remedy, 
/**
 * In plain words.
 */
text: string, };

/**
 * The answer for one kind of message.
 */
export type WhyAnswer = { 
/**
 * `Service messages`, `General marketing`, or both where the answer is the same.
 */
what: string, 
/**
 * Yes, yes but note, or no.
 */
verdict: Verdict, 
/**
 * The verdict in words.
 */
verdict_text: string, 
/**
 * Every reason, in the order of the gates.
 */
reasons: Array<WhyReason>, 
/**
 * The one action that would change it; absent where nothing needs to change.
 */
action: WhyAction | null, };

/**
 * One reason.
 */
export type WhyReason = { 
/**
 * What it alone would lead to.
 */
verdict: Verdict, 
/**
 * In plain words.
 */
text: string, 
/**
 * Who recorded it, how, where and when; absent where nothing was recorded.
 */
evidence: string | null, };

/**
 * The answers for a channel.
 */
export type WhyView = { 
/**
 * By what means.
 */
channel: Channel, 
/**
 * Its name.
 */
label: string, 
/**
 * One answer, or one for each kind of message.
 */
answers: Array<WhyAnswer>, };

/**
 * A computer at the dealership (the erasure log names it, D-23).
 */
export type WorkstationId = string & { readonly id: "workstation" };

/**
 * This computer on screen.
 */
export type WorkstationView = { 
/**
 * Its id.
 */
id: WorkstationId, 
/**
 * Its name.
 */
name: string, 
/**
 * Where exports are saved; absent asks each time.
 */
save_folder: string | null, };

export interface Commands {
  startup: { input: Startup; reply: StartupView };
  set_up_dealership: { input: SetUpDealership; reply: RecoveryKeyView };
  print_emergency_sheet: { input: PrintEmergencySheet; reply: HandedOver };
  confirm_recovery_key: { input: ConfirmRecoveryKey; reply: StartupView };
  renew_recovery_key: { input: RenewRecoveryKey; reply: RecoveryKeyView };
  unlock_with_recovery_key: { input: UnlockWithRecoveryKey; reply: StartupView };
  retry_unlock: { input: RetryUnlock; reply: StartupView };
  sign_in: { input: SignIn; reply: SessionView };
  check_password: { input: CheckPassword; reply: PasswordStrength };
  sign_out: { input: SignOut; reply: Done };
  lock: { input: Lock; reply: Done };
  unlock: { input: Unlock; reply: SessionView };
  touch: { input: Touch; reply: Done };
  session: { input: ShowSession; reply: SessionView };
  change_own_password: { input: ChangeOwnPassword; reply: Done };
  list_employees: { input: ListEmployees; reply: Array<EmployeeView> };
  create_employee: { input: CreateEmployee; reply: EmployeeView };
  update_employee: { input: UpdateEmployee; reply: EmployeeView };
  reset_password: { input: ResetPassword; reply: Done };
  list_sign_ins: { input: ListSignIns; reply: SignInPage };
  list_contacts: { input: ListContacts; reply: ContactPage };
  search_contacts: { input: SearchContacts; reply: ContactMatches };
  get_contact: { input: GetContact; reply: ContactView };
  create_contact: { input: CreateContact; reply: ContactView };
  update_contact: { input: UpdateContact; reply: ContactView };
  check_phone: { input: CheckPhone; reply: PhoneView };
  similar_contacts: { input: SimilarContacts; reply: Array<ContactLine> };
  export_contacts: { input: ExportContacts; reply: HandedOver };
  print_contacts: { input: PrintContacts; reply: HandedOver };
  choose_import_file: { input: ChooseImportFile; reply: ChosenFile };
  inspect_import: { input: InspectImport; reply: ImportInspection };
  run_import: { input: RunImport; reply: ImportReport };
  list_imports: { input: ListImports; reply: Array<ImportLine> };
  undo_import: { input: UndoImport; reply: Undone };
  inspect_carry_over: { input: InspectCarryOver; reply: CarryOverInspection };
  run_carry_over: { input: RunCarryOver; reply: CarryOverReport };
  job_progress: { input: FollowJob; reply: JobProgress };
  cancel_job: { input: CancelJob; reply: Done };
  get_consent: { input: GetConsent; reply: ConsentView };
  preview_consent: { input: PreviewConsent; reply: ConsentPreview };
  save_consent: { input: SaveConsent; reply: ConsentView };
  set_exclusion: { input: SetExclusion; reply: ConsentView };
  defer_review: { input: DeferReview; reply: ConsentView };
  explain_channel: { input: ExplainChannel; reply: WhyView };
  consent_as_at: { input: ConsentAsAt; reply: AsAtView };
  print_as_at: { input: PrintAsAt; reply: HandedOver };
  make_receipt: { input: MakeReceipt; reply: MadeReceipt };
  find_receipt: { input: FindReceipt; reply: FoundReceipt };
  check_contactable: { input: CheckContactable; reply: ContactableView };
  reset_preferences: { input: ResetPreferences; reply: ResetReport };
  list_history: { input: ListHistory; reply: HistoryPage };
  print_history: { input: PrintHistory; reply: HandedOver };
  export_access: { input: ExportAccess; reply: AccessExport };
  erasure_preview: { input: PreviewErasure; reply: ErasurePreview };
  erase_contact: { input: EraseContact; reply: Done };
  list_erasures: { input: ListErasures; reply: ErasurePage };
  export_erasures: { input: ExportErasures; reply: HandedOver };
  print_erasures: { input: PrintErasures; reply: HandedOver };
  print_capture_forms: { input: PrintCaptureForms; reply: CaptureForms };
  prepare_portal_link: { input: PreparePortalLink; reply: PortalLinkPrepared };
  prepare_portal_links: { input: PreparePortalLinks; reply: PortalLinksPrepared };
  list_reconsent: { input: ListReconsent; reply: ReconsentPage };
  count_reconsent: { input: CountReconsent; reply: ReconsentCount };
  print_reconsent: { input: PrintReconsent; reply: HandedOver };
  export_reconsent: { input: ExportReconsent; reply: HandedOver };
  list_report_audit: { input: ListReportAudit; reply: ReportAuditPage };
  export_report_audit: { input: ExportReportAudit; reply: HandedOver };
  get_settings: { input: GetSettings; reply: SettingsView };
  change_gdpr_setting: { input: ChangeGdprSetting; reply: Done };
  preview_profile: { input: PreviewProfile; reply: ProfileChanges };
  apply_profile: { input: ApplyProfile; reply: ProfileChanges };
  list_notices: { input: ListNotices; reply: Array<NoticeVersion> };
  change_system_setting: { input: ChangeSystemSetting; reply: Done };
  update_dealership: { input: UpdateDealership; reply: Done };
  update_workstation: { input: UpdateWorkstation; reply: Done };
  accept_clock: { input: AcceptClock; reply: Done };
  set_appearance: { input: SetAppearance; reply: Done };
  choose_save_folder: { input: ChooseSaveFolder; reply: ChosenPath };
  list_setting_changes: { input: ListSettingChanges; reply: SettingChangePage };
  verify_ledger: { input: VerifyLedger; reply: LedgerView };
}

export const READS: Record<keyof Commands, readonly Tag[]> = {
  startup: ["session"],
  set_up_dealership: [],
  print_emergency_sheet: [],
  confirm_recovery_key: [],
  renew_recovery_key: [],
  unlock_with_recovery_key: [],
  retry_unlock: [],
  sign_in: [],
  check_password: [],
  sign_out: [],
  lock: [],
  unlock: [],
  touch: [],
  session: ["session", "settings"],
  change_own_password: [],
  list_employees: ["employees"],
  create_employee: [],
  update_employee: [],
  reset_password: [],
  list_sign_ins: ["employees", "session"],
  list_contacts: ["contacts"],
  search_contacts: ["contacts"],
  get_contact: ["contact", "consent"],
  create_contact: [],
  update_contact: [],
  check_phone: [],
  similar_contacts: ["contacts"],
  export_contacts: [],
  print_contacts: [],
  choose_import_file: [],
  inspect_import: [],
  run_import: [],
  list_imports: ["imports", "contacts"],
  undo_import: [],
  inspect_carry_over: [],
  run_carry_over: [],
  job_progress: [],
  cancel_job: [],
  get_consent: ["consent"],
  preview_consent: ["consent", "settings"],
  save_consent: [],
  set_exclusion: [],
  defer_review: [],
  explain_channel: ["consent", "contact", "settings"],
  consent_as_at: ["consent", "contact", "settings"],
  print_as_at: [],
  make_receipt: [],
  find_receipt: ["consent", "contact", "contacts"],
  check_contactable: ["consent"],
  reset_preferences: [],
  list_history: ["history"],
  print_history: [],
  export_access: [],
  erasure_preview: ["contact", "consent", "history"],
  erase_contact: [],
  list_erasures: ["erasures", "settings"],
  export_erasures: [],
  print_erasures: [],
  print_capture_forms: [],
  prepare_portal_link: [],
  prepare_portal_links: [],
  list_reconsent: ["contacts", "contact", "consent", "settings"],
  count_reconsent: ["contacts", "contact", "consent", "settings"],
  print_reconsent: [],
  export_reconsent: [],
  list_report_audit: ["report_audit"],
  export_report_audit: [],
  get_settings: ["settings"],
  change_gdpr_setting: [],
  preview_profile: ["settings"],
  apply_profile: [],
  list_notices: ["settings"],
  change_system_setting: [],
  update_dealership: [],
  update_workstation: [],
  accept_clock: [],
  set_appearance: [],
  choose_save_folder: [],
  list_setting_changes: ["settings"],
  verify_ledger: [],
};

export const CHANGES: Record<keyof Commands, readonly Tag[]> = {
  startup: [],
  set_up_dealership: ["session"],
  print_emergency_sheet: [],
  confirm_recovery_key: ["session"],
  renew_recovery_key: ["session", "settings"],
  unlock_with_recovery_key: ["session"],
  retry_unlock: ["session"],
  sign_in: ["session"],
  check_password: [],
  sign_out: ["session"],
  lock: ["session"],
  unlock: ["session"],
  touch: [],
  session: [],
  change_own_password: [],
  list_employees: [],
  create_employee: ["employees", "session"],
  update_employee: ["employees", "session"],
  reset_password: ["employees"],
  list_sign_ins: [],
  list_contacts: [],
  search_contacts: [],
  get_contact: [],
  create_contact: ["contacts"],
  update_contact: ["contacts", "contact", "history"],
  check_phone: [],
  similar_contacts: [],
  export_contacts: ["report_audit"],
  print_contacts: ["report_audit"],
  choose_import_file: [],
  inspect_import: [],
  run_import: ["contacts", "contact", "consent", "history", "imports"],
  list_imports: [],
  undo_import: ["contacts", "contact", "consent", "history", "imports"],
  inspect_carry_over: [],
  run_carry_over: ["contacts", "contact", "consent", "history"],
  job_progress: [],
  cancel_job: [],
  get_consent: [],
  preview_consent: [],
  save_consent: ["consent", "contact", "contacts", "history"],
  set_exclusion: ["consent", "contact", "contacts", "history"],
  defer_review: ["consent", "history"],
  explain_channel: [],
  consent_as_at: [],
  print_as_at: ["history", "report_audit"],
  make_receipt: ["history", "report_audit"],
  find_receipt: [],
  check_contactable: [],
  reset_preferences: ["contacts", "contact", "consent", "history"],
  list_history: [],
  print_history: ["history", "report_audit"],
  export_access: ["history", "report_audit"],
  erasure_preview: [],
  erase_contact: ["contacts", "contact", "consent", "history", "erasures", "report_audit"],
  list_erasures: [],
  export_erasures: ["report_audit"],
  print_erasures: ["report_audit"],
  print_capture_forms: ["history", "report_audit"],
  prepare_portal_link: ["history", "portal"],
  prepare_portal_links: ["history", "portal"],
  list_reconsent: [],
  count_reconsent: [],
  print_reconsent: ["report_audit"],
  export_reconsent: ["report_audit"],
  list_report_audit: [],
  export_report_audit: ["report_audit"],
  get_settings: [],
  change_gdpr_setting: ["settings", "session", "contacts", "contact", "consent"],
  preview_profile: [],
  apply_profile: ["settings", "session", "contacts", "contact", "consent"],
  list_notices: [],
  change_system_setting: ["settings", "session", "contacts", "contact", "consent"],
  update_dealership: ["settings", "session"],
  update_workstation: ["settings", "session"],
  accept_clock: ["settings", "session", "contacts", "contact", "consent"],
  set_appearance: ["session"],
  choose_save_folder: [],
  list_setting_changes: [],
  verify_ledger: [],
};


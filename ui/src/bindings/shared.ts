// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

/** Whose door an address is. */
export type AddressKind = "home" | "work" | "billing" | "other";

/** Of what kind an address is that somebody has not. */
export type AddressType = "email" | "phone";

/** On what ground a permission rests (SPEC 0.11). */
export type Basis = "consent" | "soft_opt_in" | "legitimate_interest" | "contract" | "migrated";

/** A booking of the workshop. */
export type BookingId = string & { readonly id: "booking" };

/** How far a booking has come. The words are closed: what follows is told by the job card. */
export type BookingStatus = "booked" | "arrived" | "missed" | "cancelled";

/** By what means the contact may be reached (N-03). */
export type Channel = "email" | "sms" | "post" | "phone" | "social";

/** What may be done by one channel. */
export type ChannelMark = { channel: Channel,
/** The letter that stands for it: E, S, L, T, O. */
letter: string,
/** Both kinds of message in one. */
mark: VerdictMark,
/** The one kind that may go out, where the other may not. */
only: Purpose | null,
/** `Telephone: not allowed, shared number` */
words: string, };

/** What kind of refusal. Closed: a code exists only where a screen acts on it. */
export type Code = "signed_out" | "locked" | "denied" | "release_needed" | "password_due" | "invalid" | "not_found" | "conflict" | "wrong_password" | "not_eligible" | "cancelled" | "disk_full" | "read_only" | "damaged" | "recovery_unconfirmed" | "not_ready" | "unknown_command" | "file" | "unexpected";

/** Only what was touched. A box left out, and every cell that is not named, stays as it stands: sending back everything that is shown would widen what is finer than the boxes. */
export type ConsentAnswers = {
/** The dealership's own ticks. */
us: Ticks,
/** Third parties' ticks. */
third_party: Ticks,
/** Per brand: may details be passed to the manufacturer (D-09)? */
manufacturer: { [key in string]: boolean },
/** Cell by cell: `true` gives, also what ran out; `false` says no. */
cells: { [key in string]: boolean }, };

/** The boxes: ticked, not ticked, or grey over what is assumed or differs, which leaves it so (D-02). */
export type ConsentBoxes = {
/** The dealership's own. */
us: Ticks,
/** Third parties', all in one. */
third_party: Ticks,
/** One for each brand's manufacturer (D-09). */
brands: { [key in string]: boolean | null }, };

/** Everything that was turned in the dialog, and what others' saves did to it meanwhile. */
export type ConsentForm = {
/** The boxes as they are now. */
boxes: ConsentBoxes,
/** Cells set one by one in the full grid, yes or no. They count before the boxes. */
cells: { [key in string]: boolean },
/** Excluded from all marketing (D-08). */
excluded: boolean,
/** What somebody said no to while the dialog was open: giving it takes a new note. */
denied: Array<string>,
/** What had been given here and did not survive somebody else's save. */
lost: Array<string>,
/** Channels that were ticked by hand since: on purpose, so that nothing of them is held back. */
ticked: Array<TickBox>,
/** Brands that were ticked by hand since. */
brands_ticked: Array<string>,
/** Channels of the compact view that the customer said no to. An empty box says nothing; this is an answer, and recorded as one where nobody had asked before (N-04). */
refused: Array<TickBox>, };

/** A contact of the dealership. Never reused, so an erased person's id names nobody else. */
export type ContactId = string & { readonly id: "contact" };

/** Who made a document: a credit note is of the department of what it credits. */
export type Department = "service" | "parts" | "sales";

/** A reply of a command that only does something: `{}`. */
export type Done = Record<symbol, never>;

/** Which email address it is. */
export type EmailKind = "home" | "work" | "other";

/** A member of staff who signs in. */
export type EmployeeId = string & { readonly id: "employee" };

/** One line of the erasure log (D-23). */
export type ErasureId = string & { readonly id: "erasure" };

/** A failure with what the screen says about it. */
export type Failure = { kind: FailureKind,
/** In plain words. */
detail: string,
/** For a newer database: what it needs. */
needed_version: string | null,
/** The folder concerned. */
place: string,
/** May the recovery key help? */
can_use_recovery_key: boolean,
/** May the dealership be set up again, with what lies here put aside? */
can_set_up_again: boolean,
/** May a copy be made that leaves out what cannot be read? That takes the recovery key too. */
can_salvage: boolean, };

/** Why the database is not open. */
export type FailureKind = "keychain_locked" | "keychain_entry_missing" | "no_keychain" | "wrong_key" | "damaged_file" | "newer_database" | "disk_full" | "unsafe_place" | "open_to_others" | "in_use" | "unfinished_set_up";

/** Why a box is grey. */
export type Grey = "assumed" | "differs";

/** Ticks that allow nothing, for want of their other half. */
export type Half = "no_purpose" | "no_channel";

/** A party whose ticks are only half done. */
export type HalfTicked = { party: TickParty,
/** Which half is missing. */
half: Half, };

/** What became of a document. */
export type HandedOver = {
/** The file's name. */
file: string | null,
/** The folder it lies in; absent for a document in the viewer. */
folder: string | null,
/** Was it opened in another program? */
opened: boolean,
/** What `show_in_folder` is asked for; absent where nobody can be shown a folder. */
saved?: string,
/** Did the person change their mind? */
cancelled: boolean, };

/** One of the particulars. */
export type HistoryText = { text: string, tone: HistoryTone, };

/** How a particular is meant. */
export type HistoryTone = "plain" | "summary" | "on" | "off" | "quote" | "warn" | "detail";

/** One import of contacts from a file. */
export type ImportId = string & { readonly id: "import" };

/** An invoice or credit note, draft or posted (T-04). */
export type InvoiceId = string & { readonly id: "invoice" };

/** What a document is. */
export type InvoiceKind = "service" | "parts" | "sales" | "credit_note";

/** A line of an invoice, by which a credit note names it. */
export type InvoiceLineId = string & { readonly id: "invoice_line" };

/** What a line is for. */
export type InvoiceLineKind = "labour" | "part" | "other";

/** Is it still being written? */
export type InvoiceStatus = "draft" | "posted";

/** A job card: the Service Record. */
export type JobCardId = string & { readonly id: "job_card" };

/** One line of a job card. */
export type JobLineId = string & { readonly id: "job_line" };

/** How far a job is. */
export type JobProgress = {
/** Units done: rows, pages or bytes, as the phase says. */
done: number,
/** Units in all, where that is known. */
total: number | null,
/** What is being done, for the screen. */
phase: string,
/** Has it ended, well or not? */
finished: boolean, };

/** Where a job card stands. */
export type JobStatus = "booked" | "arrived" | "in_work" | "ready" | "invoiced" | "collected" | "cancelled";

export type JsonValue = number | string | boolean | Array<JsonValue> | { [key in string]: JsonValue } | null;

/** What the last copies of somebody who was deleted wait for. */
export type LastCopies = "soon" | "reader" | "room" | "start";

/** What kind of message it is. */
export type MessageClass = "safety_recall" | "administration" | "reply" | "service_followup" | "general_marketing" | "sharing" | "consent_request" | "double_opt_in" | "survey";

/** How the answer reached the dealership (SPEC 2.4). */
export type Method = "in_person" | "phone" | "paper_form" | "portal" | "webform" | "double_opt_in" | "reply_unsubscribe" | "import" | "migration" | "bulk_reset";

/** An amount in whole pence; it may be less than nothing. Travels as a number of pence. */
export type Money = number;

/** Why the stock of a part changed. */
export type Movement = "received" | "counted" | "sold" | "returned";

/** A page of any list. */
export type Page<R> = { rows: Array<R>,
/** Where it ends, which the next page is asked for with; absent on the last, and where the rows were asked for by number. */
next: string | null,
/** How many rows there are in all; absent where counting would take longer than the page. */
total: number | null, };

/** A part on the shelf (T-09). */
export type PartId = string & { readonly id: "part" };

/** Which phone a number rings. */
export type PhoneKind = "mobile" | "home" | "work" | "other";

/** Something that is not there yet. */
export type PortalGap = "address" | "company" | "contact" | "privacy_policy";

/** What for (N-04). */
export type Purpose = "service_followup" | "general_marketing";

/** A quantity in hundredths: `150` is one and a half. Travels as a number of hundredths. */
export type Quantity = number;

/** What is said of recalls: the four words of the MOT history service. */
export type Recall = "yes" | "no" | "unknown" | "unavailable";

/** Why a call was refused, in plain words for counter staff and without personal data. */
export type Refusal = {
/** What kind. */
code: Code,
/** What to say. */
message: string,
/** Per field of the input, what is wrong with it. */
fields: { [key in string]: string },
/** Where the cause stands in the log. */
reference: string | null, };

/** The one action that would change a decision (M-01), for the first reason that blocks. */
export type Remedy = "add_address" | "undo_death" | "use_primary" | "only_the_customer" | "lift_exclusion" | "ask" | "ask_again" | "wait" | "correct_address" | "screen" | "review" | "check_clock" | "check_keeper" | "nothing";

/** What a vehicle's keeper is reminded of. */
export type ReminderKind = "mot" | "service" | "recall";

/** One line of the Report Audit (D-32). */
export type ReportId = string & { readonly id: "report" };

/** A technician, a ramp or a car of the workshop (T-03). */
export type ResourceId = string & { readonly id: "resource" };

/** What does the work, or has room for it. A loan car will be a third. */
export type ResourceKind = "technician" | "ramp";

/** One access right, as ticked in Settings > Employees > Access Rights. */
export type Right = "access_settings" | "employee_records" | "change_gdpr_option" | "gdpr_rights_requests" | "reveal_encrypted" | "lift_stop_processing" | "override_contact_opt_out" | "bulk_preference_reset" | "review_erasure_log" | "send_mailshots" | "export_reports";

/** From which screen a preference was changed (D-11). */
export type Screen = "contact_record" | "contact_created" | "service_booking_form" | "service_record" | "vehicle_sales_record" | "prospect_record" | "parts" | "import" | "system";

/** A series of numbers. */
export type Series = "VS" | "SI" | "PI" | "CN";

/** What a mark stands for: of one cell, or of a manufacturer's. */
export type Shade = "not_asked" | "assumed" | "given" | "expiring" | "expired" | "partly" | "refused" | "withdrawn" | "excluded";

/** The state of a cell (SPEC 2.2). *Expired* is never stored: it is what today and the re-consent period make of a permission. */
export type State = "unset" | "assumed" | "granted" | "expired" | "refused" | "withdrawn";

/** How hard a password is to guess, easiest first. */
export type Strength = "too_short" | "too_long" | "weak" | "fair" | "good" | "strong";

/** A box of the compact view. */
export type TickBox = { party: TickParty, tick: TickName, };

/** What is to be said about one box. */
export type TickHint = { party: TickParty, tick: TickName,
/** Only the customer can give what is under it (G6). */
locked: boolean,
/** Why it is grey, while it is. */
grey: Grey | null, };

/** One of the seven boxes of a party: a channel, or a kind of message. */
export type TickName = "email" | "sms" | "post" | "phone" | "social" | "service" | "general";

/** Whose boxes: the dealership's own, or those of all third parties together. */
export type TickParty = "us" | "third_party";

/** The ticks of one party. `None` leaves what stands: an *assumed* permission is shown as a grey tick and stays assumed unless somebody ticks or un-ticks it in front of the contact. */
export type Ticks = { email: boolean | null, sms: boolean | null,
/** Letter. */
post: boolean | null,
/** Telephone. */
phone: boolean | null,
/** Social Media. */
social: boolean | null,
/** Service Follow Up. */
service: boolean | null,
/** General Dealer Marketing Messages. */
general: boolean | null, };

/** How a line is taxed. */
export type VatRate = "standard" | "reduced" | "zero" | "exempt" | "outside";

/** The VAT of one rate. */
export type VatSum = { rate: VatRate,
/** Its percentage in hundredths. */
percent: number,
/** What the lines at this rate come to without VAT. */
net: Money, vat: Money, };

/** A vehicle, whoever keeps it (T-01). */
export type VehicleId = string & { readonly id: "vehicle" };

/** The outcome, mildest first, so that the strictest reason wins. */
export type Verdict = "allow" | "warn" | "block";

/** A verdict as it is shown: a colour and a shape. */
export type VerdictMark = "yes" | "partly" | "no" | "not_asked" | "no_address";

/** Why somebody has no address of a kind. */
export type Why = "none" | "not_said" | "placeholder";

/** Was the customer told the words that stand in front of the boxes (SPEC 2.4)? They count as evidence only where somebody can say so. */
export type WordsTold = "none" | "shown" | "read_out";

/** A computer at the dealership (the erasure log names it, D-23). */
export type WorkstationId = string & { readonly id: "workstation" };

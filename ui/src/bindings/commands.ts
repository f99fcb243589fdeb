// Generated from the command registry. Do not edit: `cargo xtask bindings` writes it.

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type EmployeeId = Id<"EmployeeId">;
export type WorkstationId = Id<"WorkstationId">;
export type ContactId = Id<"ContactId">;
export type ErasureId = Id<"ErasureId">;
export type ImportId = Id<"ImportId">;
export type ReportAuditId = Id<"ReportAuditId">;
export type NoticeId = Id<"NoticeId">;

export type Code =
  | "signed_out"
  | "locked"
  | "denied"
  | "invalid"
  | "not_found"
  | "conflict"
  | "wrong_password"
  | "not_eligible"
  | "cancelled"
  | "disk_full"
  | "recovery_unconfirmed"
  | "not_ready"
  | "unknown_command"
  | "file"
  | "unexpected";

export interface Refusal {
  code: Code;
  message: string;
  fields: Record<string, string>;
  reference?: string | null;
}

export type Nothing = Record<string, never>;

export type Right =
  | "access_settings"
  | "employee_records"
  | "change_gdpr_option"
  | "gdpr_rights_requests"
  | "reveal_encrypted"
  | "lift_stop_processing"
  | "override_contact_opt_out"
  | "bulk_preference_reset"
  | "review_erasure_log"
  | "send_mailshots"
  | "export_reports";

export type Tag =
  | "contacts"
  | "contact"
  | "consent"
  | "history"
  | "settings"
  | "employees"
  | "session"
  | "erasures"
  | "report_audit"
  | "imports"
  | "portal";

// Startup and session

export type StartupPhase =
  | "set_up"
  | "confirm_recovery"
  | "failure"
  | "signed_out"
  | "locked"
  | "signed_in";

export type FailureKind =
  | "keychain_locked"
  | "keychain_entry_missing"
  | "no_keychain"
  | "wrong_key"
  | "damaged_file"
  | "newer_database"
  | "disk_full"
  | "unsafe_place"
  | "in_use";

export interface Failure {
  kind: FailureKind;
  detail: string;
  needed_version: string | null;
  place: string;
  can_use_recovery_key: boolean;
}

export interface EmployeeTile {
  id: EmployeeId;
  login: string;
  name: string;
  initials: string;
  colour: string;
}

export interface StartupView {
  phase: StartupPhase;
  failure: Failure | null;
  dealership_name: string | null;
  workstation_name: string;
  employees: EmployeeTile[];
  idle_minutes: number;
  locked_employee_id: EmployeeId | null;
  demo_hint: string | null;
  version: string;
  view_only: boolean;
}

export interface DealershipDetails {
  name: string;
  address: string;
  postcode: string;
  phone: string;
  email: string;
  website: string;
  privacy_policy_url: string;
}

export interface NewManager {
  name: string;
  login: string;
  password: string;
}

export interface RecoveryKeyView {
  recovery_key: string;
  asked_groups: [number, number];
  in_keychain: boolean;
}

export interface WorkstationView {
  id: WorkstationId;
  name: string;
  save_folder: string | null;
}

export interface Banner {
  kind: string;
  text: string;
  action?: string | null;
}

export interface SessionView {
  employee: EmployeeTile;
  rights: Right[];
  workstation: WorkstationView;
  dealership: DealershipDetails;
  time_zone: string;
  today: string;
  idle_minutes: number;
  recovery_confirmed: boolean;
  banners: Banner[];
  franchised: boolean;
  brands: string[];
  require_consent: boolean;
}

// Employees

export interface When {
  at: string;
  local: string;
}

export interface EmployeeView {
  id: EmployeeId;
  login: string;
  name: string;
  initials: string;
  colour: string;
  active: boolean;
  rights: Right[];
  version: number;
  last_sign_in: When | null;
  is_self: boolean;
}

// Contacts

export type ContactSort = "name" | "reference" | "changed" | "postcode";
export type Light = "green" | "amber" | "red" | "grey";

export interface ContactLine {
  id: ContactId;
  reference: string;
  name: string;
  company: string;
  town: string;
  postcode: string;
  phone: string;
  email: string;
  registration: string;
  light: Light;
  light_text: string;
  changed_local: string;
}

export type AddressKind = "home" | "work" | "billing" | "other";
export type PhoneKind = "mobile" | "home" | "work" | "other";
export type EmailKind = "home" | "work" | "other";

export interface ContactAddress {
  line1: string;
  line2: string;
  line3?: string;
  town: string;
  county: string;
  postcode: string;
  country: string;
  kind: AddressKind;
}

export interface ContactPhone {
  kind: PhoneKind;
  typed: string;
  national: string | null;
  e164: string | null;
  extension: string | null;
  warning: string | null;
}

export interface ContactEmail {
  address: string;
  kind: EmailKind;
}

export interface ContactVehicle {
  registration: string;
  make: string;
  model: string;
}

export interface ContactView {
  id: ContactId;
  reference: string;
  version: number;
  title: string;
  first_name: string;
  last_name: string;
  company: string;
  display_name: string;
  date_of_birth: string | null;
  notes: string;
  addresses: ContactAddress[];
  phones: ContactPhone[];
  emails: ContactEmail[];
  vehicles: ContactVehicle[];
  created_local: string;
  changed_local: string;
  preferences_prompt: boolean;
  status: string;
}

export interface ContactPhoneDraft {
  kind: PhoneKind;
  typed: string;
}

export interface ContactDraft {
  title: string;
  first_name: string;
  last_name: string;
  company: string;
  date_of_birth: string | null;
  notes: string;
  addresses: ContactAddress[];
  phones: ContactPhoneDraft[];
  emails: ContactEmail[];
  vehicles: ContactVehicle[];
}

export interface ContactPage {
  rows: ContactLine[];
  next: string | null;
  total: number;
}

export interface ContactMatches {
  rows: ContactLine[];
  more: boolean;
}

export interface PhoneView {
  national: string | null;
  e164: string | null;
  extension: string | null;
  warning: string | null;
}

// Marketing consent

export type Channel = "email" | "sms" | "post" | "phone" | "social";
export type CellState = "unset" | "assumed" | "granted" | "expired" | "refused" | "withdrawn";
export type CellWords =
  | "Not asked"
  | "Assumed"
  | "Given"
  | "Expiring"
  | "Expired"
  | "Refused"
  | "Withdrawn";

export interface ConsentCell {
  subject: string;
  party: string;
  purpose: string;
  state: CellState;
  words: CellWords;
  since_local: string | null;
  basis: string | null;
  locked: boolean;
}

export interface ConsentRow {
  channel: Channel;
  label: string;
  cells: ConsentCell[];
  why: string[];
}

export interface CompactParty {
  channels: Record<Channel, boolean | null>;
  service: boolean | null;
  general: boolean | null;
}

export interface CompactConsent {
  us: CompactParty;
  third_party: CompactParty;
  exact: boolean;
}

export interface ManufacturerConsent {
  brand: string;
  allowed: boolean;
  state: CellState;
}

export interface ObtainedView {
  local: string;
  date: string;
  method: string;
  by: string;
}

export interface ReviewedView {
  local: string;
  date: string;
  by: string;
}

export interface NoticeView {
  id: NoticeId;
  version: number;
  text: string;
}

export interface ConsentView {
  contact_id: ContactId;
  version: number;
  require_consent: boolean;
  profile: "forecourt";
  rows: ConsentRow[];
  compact: CompactConsent;
  manufacturer: ManufacturerConsent[];
  excluded: boolean;
  excluded_by_customer: boolean;
  last_obtained: ObtainedView | null;
  last_obtained_text: string;
  last_reviewed: ReviewedView | null;
  reconsent_due: string | null;
  reconsent_text: string | null;
  never_reviewed: boolean;
  notice: NoticeView;
}

export interface CompactTicks {
  email: boolean | null;
  sms: boolean | null;
  post: boolean | null;
  phone: boolean | null;
  social: boolean | null;
  service: boolean | null;
  general: boolean | null;
}

export type ConsentScreen =
  | "contact_record"
  | "contact_created"
  | "service_booking_form"
  | "service_record"
  | "vehicle_sales_record"
  | "crm_prospect_record"
  | "parts";

export type ConsentMethod = "in_person" | "phone" | "paper_form" | "email" | "web_form";

// GDPR tab

export type HistoryKind = "consent" | "rights" | "portal" | "prints" | "record";
export type HistoryTone = "plain" | "on" | "off" | "quote" | "warn";

export interface HistoryText {
  text: string;
  tone: HistoryTone;
}

export interface HistoryEntry {
  seq: number;
  at: string;
  local_date: string;
  local_time: string;
  day_heading: string;
  kind: HistoryKind;
  title: string;
  lines: HistoryText[];
  by: string;
  workstation: string;
}

export interface HistoryPage {
  entries: HistoryEntry[];
  next: string | null;
}

export interface HandedOver {
  file: string | null;
  folder: string | null;
  opened: boolean;
  cancelled: boolean;
}

export interface AccessExport extends HandedOver {
  rows: number;
  sha256: string;
}

export interface WhatCount {
  what: string;
  count: number;
}

export interface ErasurePreview {
  account_name: string;
  eligible: boolean;
  blocked_by: string[];
  will_go: WhatCount[];
  stays: string[];
}

export interface ErasureEntry {
  id: ErasureId;
  account_name: string;
  local: string;
  at: string;
  user: string;
  workstation: string;
  mode: string;
  rows_removed: WhatCount[];
}

export interface ErasurePage {
  entries: ErasureEntry[];
  workstations: string[];
  next: string | null;
}

export interface ContactableDecision {
  contact_id: ContactId;
  decision: "allow" | "warn" | "block";
  reasons: string[];
}

export interface ContactableView {
  allowed: number;
  total: number;
  decisions: ContactableDecision[];
}

export interface CaptureForms extends HandedOver {
  forms: number;
  first_form: string | null;
  last_form: string | null;
}

export interface PortalLinkPrepared {
  handed_over: "mailto" | "eml";
  address: string;
}

// Import

export type ImportLayout = "outlook" | "google" | "forecourt" | "other";

export interface ImportField {
  field: string;
  label: string;
  required: boolean;
}

export interface ImportInspection {
  path: string;
  file_name: string;
  bytes: number;
  layout: ImportLayout;
  encoding: string;
  delimiter: string;
  rows: number;
  headers: string[];
  sample: string[][];
  mapping: Record<string, string[]>;
  fields: ImportField[];
}

export interface ImportDuplicate {
  line: number;
  email: string;
  existing: ContactLine | null;
  first_line: number | null;
}

export interface ImportProblem {
  line: number;
  column: string;
  message: string;
  left_out: boolean;
}

export interface ImportConsentCounts {
  granted: number;
  refused: number;
  none: number;
}

export interface ImportReport {
  dry_run: boolean;
  import_id: ImportId | null;
  rows: number;
  created: number;
  skipped: number;
  duplicates: ImportDuplicate[];
  errors: ImportProblem[];
  errors_total: number;
  duplicates_total: number;
  failed: number;
  warnings: ImportProblem[];
  warnings_total: number;
  consent: ImportConsentCounts;
  suppressed: number;
  restricted: number;
}

export interface ImportLine {
  id: ImportId;
  file_name: string;
  local: string;
  by: string;
  created: number;
  undoable: boolean;
  undo_refusal: string | null;
}

export interface JobProgress {
  done: number;
  total: number | null;
  phase: string;
  finished: boolean;
}

// Settings

export type JsonValue =
  | number
  | string
  | boolean
  | JsonValue[]
  | { [key: string]: JsonValue }
  | null;

export interface SettingsView {
  values: Record<string, JsonValue>;
  dealership: DealershipDetails;
  time_zone: string;
  workstation: WorkstationView;
}

export interface SettingChange {
  local: string;
  by: string;
  workstation: string;
  setting: string;
  old: JsonValue;
  new: JsonValue;
  reason: string;
}

export interface SettingChangePage {
  entries: SettingChange[];
  next: string | null;
}

export interface ReportAuditEntry {
  id: ReportAuditId;
  local: string;
  report: string;
  criteria: string;
  method: string;
  employee: string;
  workstation: string;
  rows: number | null;
  hash: string | null;
  status: "started" | "completed" | "failed";
}

export interface ReportAuditPage {
  entries: ReportAuditEntry[];
  next: string | null;
}

export interface SignInEntry {
  local: string;
  who: string;
  what: string;
  workstation: string;
}

export interface SignInPage {
  entries: SignInEntry[];
  next: string | null;
}

export interface BadLine {
  seq: number;
  what: string;
}

export interface LedgerView {
  ok: boolean;
  lines: number;
  head: string;
  first_bad: BadLine | null;
  compared: boolean;
}

export interface Commands {
  startup: { input: Nothing; reply: StartupView };
  set_up_dealership: {
    input: {
      dealership: DealershipDetails;
      time_zone: string;
      manager: NewManager;
      workstation_name: string;
    };
    reply: RecoveryKeyView;
  };
  print_emergency_sheet: { input: Nothing; reply: HandedOver };
  confirm_recovery_key: { input: { first: string; second: string }; reply: StartupView };
  renew_recovery_key: { input: Nothing; reply: RecoveryKeyView };
  unlock_with_recovery_key: { input: { recovery_key: string }; reply: StartupView };
  retry_unlock: { input: Nothing; reply: StartupView };
  sign_in: {
    input: { employee_id: EmployeeId | null; login: string | null; password: string };
    reply: SessionView;
  };
  sign_out: { input: Nothing; reply: Nothing };
  lock: { input: Nothing; reply: Nothing };
  unlock: { input: { password: string }; reply: SessionView };
  session: { input: Nothing; reply: SessionView };
  touch: { input: Nothing; reply: Nothing };
  change_own_password: { input: { current: string; new: string }; reply: Nothing };

  list_employees: { input: Nothing; reply: EmployeeView[] };
  create_employee: {
    input: { login: string; name: string; password: string; rights: Right[] };
    reply: EmployeeView;
  };
  update_employee: {
    input: {
      id: EmployeeId;
      version: number;
      name: string;
      login: string;
      active: boolean;
      rights: Right[];
    };
    reply: EmployeeView;
  };
  reset_password: { input: { id: EmployeeId; new_password: string }; reply: Nothing };

  list_contacts: {
    input: { sort: ContactSort; descending: boolean; after: string | null; limit: number };
    reply: ContactPage;
  };
  search_contacts: { input: { term: string; limit: number }; reply: ContactMatches };
  get_contact: { input: { id: ContactId }; reply: ContactView };
  create_contact: { input: { contact: ContactDraft }; reply: ContactView };
  update_contact: {
    input: { id: ContactId; version: number; contact: ContactDraft };
    reply: ContactView;
  };
  check_phone: { input: { typed: string }; reply: PhoneView };
  similar_contacts: { input: { contact: ContactDraft }; reply: ContactLine[] };
  export_contacts: { input: Nothing; reply: HandedOver };
  print_contacts: { input: { sort: ContactSort }; reply: HandedOver };

  get_consent: { input: { contact_id: ContactId }; reply: ConsentView };
  save_consent: {
    input: {
      contact_id: ContactId;
      version: number;
      screen: ConsentScreen;
      us: CompactTicks;
      third_party: CompactTicks;
      manufacturer: Record<string, boolean>;
      method: ConsentMethod;
      notes: string;
      reconfirmed: boolean;
    };
    reply: ConsentView;
  };
  set_exclusion: {
    input: {
      contact_id: ContactId;
      version: number;
      excluded: boolean;
      notes: string;
      screen: ConsentScreen;
    };
    reply: ConsentView;
  };

  list_history: {
    input: { contact_id: ContactId; kinds: HistoryKind[]; before: string | null; limit: number };
    reply: HistoryPage;
  };
  print_history: { input: { contact_id: ContactId; kinds: HistoryKind[] }; reply: HandedOver };
  export_access: { input: { contact_id: ContactId; reason: string }; reply: AccessExport };
  erasure_preview: { input: { contact_id: ContactId }; reply: ErasurePreview };
  erase_contact: { input: { contact_id: ContactId; confirm_name: string }; reply: Nothing };
  list_erasures: {
    input: { workstation: string | null; before: string | null; limit: number };
    reply: ErasurePage;
  };
  print_erasures: { input: { workstation: string | null }; reply: HandedOver };
  export_erasures: { input: { workstation: string | null }; reply: HandedOver };
  check_contactable: {
    input: {
      contact_ids: ContactId[];
      channel: Channel;
      purpose?: string;
      message_class?: string;
    };
    reply: ContactableView;
  };

  print_capture_forms: {
    input: { contact_ids: ContactId[]; blank: number; all: boolean; job: string | null };
    reply: CaptureForms;
  };
  prepare_portal_link: {
    input: { contact_id: ContactId; email: string; customer_asked: boolean };
    reply: PortalLinkPrepared;
  };

  choose_import_file: { input: Nothing; reply: { path: string | null } };
  inspect_import: { input: { path: string }; reply: ImportInspection };
  run_import: {
    input: {
      path: string;
      mapping: Record<string, string[]>;
      dry_run: boolean;
      job: string;
      skip_duplicates: boolean;
    };
    reply: ImportReport;
  };
  list_imports: { input: Nothing; reply: ImportLine[] };
  undo_import: { input: { id: ImportId }; reply: { removed: number } };
  job_progress: { input: { job: string }; reply: JobProgress };
  cancel_job: { input: { job: string }; reply: Nothing };

  get_settings: { input: Nothing; reply: SettingsView };
  change_gdpr_setting: {
    input: { key: string; value: JsonValue; reason: string };
    reply: Nothing;
  };
  change_system_setting: { input: { key: string; value: JsonValue }; reply: Nothing };
  update_dealership: { input: { dealership: DealershipDetails }; reply: Nothing };
  update_workstation: { input: { name: string; save_folder: string | null }; reply: Nothing };
  choose_save_folder: { input: Nothing; reply: { path: string | null } };
  list_setting_changes: {
    input: { before: string | null; limit: number };
    reply: SettingChangePage;
  };
  list_report_audit: {
    input: {
      employee_id: EmployeeId | null;
      method: string | null;
      before: string | null;
      limit: number;
    };
    reply: ReportAuditPage;
  };
  export_report_audit: { input: Nothing; reply: HandedOver };
  list_sign_ins: { input: { before: string | null; limit: number }; reply: SignInPage };
  verify_ledger: { input: Nothing; reply: LedgerView };
}

/** Which cached answers a finished command makes stale. */
export const CHANGES: Record<string, Tag[]> = {
  confirm_recovery_key: ["session"],
  renew_recovery_key: ["session", "settings"],
  sign_in: ["session"],
  unlock: ["session"],
  create_employee: ["employees"],
  update_employee: ["employees", "session"],
  reset_password: ["employees"],
  create_contact: ["contacts", "contact", "consent", "history"],
  update_contact: ["contacts", "contact", "history"],
  export_contacts: ["report_audit"],
  print_contacts: ["report_audit"],
  save_consent: ["consent", "contact", "contacts", "history"],
  set_exclusion: ["consent", "contact", "contacts", "history"],
  print_history: ["history", "report_audit"],
  export_access: ["history", "report_audit"],
  erase_contact: ["contacts", "contact", "consent", "history", "erasures"],
  print_erasures: ["report_audit"],
  export_erasures: ["report_audit"],
  print_capture_forms: ["history", "report_audit"],
  prepare_portal_link: ["history", "portal"],
  run_import: ["contacts", "contact", "consent", "history", "imports"],
  undo_import: ["contacts", "contact", "consent", "history", "imports"],
  change_gdpr_setting: ["settings", "session", "consent", "contacts"],
  change_system_setting: ["settings", "session"],
  update_dealership: ["settings", "session"],
  update_workstation: ["settings", "session"],
  export_report_audit: ["report_audit"],
};

/** Which tags the cached answer of a command belongs to. */
export const READS: Record<string, Tag[]> = {
  session: ["session"],
  list_employees: ["employees"],
  list_contacts: ["contacts"],
  search_contacts: ["contacts"],
  get_contact: ["contact"],
  similar_contacts: ["contacts"],
  get_consent: ["consent"],
  list_history: ["history"],
  erasure_preview: ["contact"],
  list_erasures: ["erasures"],
  check_contactable: ["consent"],
  list_imports: ["imports"],
  get_settings: ["settings"],
  list_setting_changes: ["settings"],
  list_report_audit: ["report_audit"],
  list_sign_ins: ["employees"],
};

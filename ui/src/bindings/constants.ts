// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { Basis, Channel, Code, Method, Profile, Purpose, Recall, Right, VatRate } from "./types";

/** The longest note there may be, in Unicode scalars. */
export const NOTES_MAX = 10000;

/** The fewest characters of a password. */
export const SHORTEST_PASSWORD = 8;

/** The characters of a recovery key. */
export const RECOVERY_KEY_LENGTH = 32;

/** The most blank forms of one print. */
export const MOST_BLANK_FORMS = 500;

/** The most contacts that get a portal link at once. */
export const MOST_PORTAL_LINKS = 25;

/** The characters of why a stock is corrected. */
export const LONGEST_STOCK_REASON = 200;

/** What kinds of refusal there are. */
export const CODES = ["signed_out", "locked", "denied", "release_needed", "password_due", "invalid", "not_found", "conflict", "wrong_password", "not_eligible", "cancelled", "disk_full", "read_only", "damaged", "recovery_unconfirmed", "not_ready", "unknown_command", "file", "unexpected"] as const satisfies readonly Code[];

/** How an answer may have reached the dealership that staff record by hand. */
export const STAFF_METHODS = ["in_person", "phone", "paper_form"] as const satisfies readonly Method[];

/** The access rights in the order of their page, as the trade words them. */
export const RIGHTS = {
  access_settings: "Access to Settings",
  employee_records: "Can View / Edit Employee Records",
  change_gdpr_option: "Can Change the GDPR Option",
  gdpr_rights_requests: "Can Execute GDPR Rights Requests",
  reveal_encrypted: "Can Reveal Encrypted Fields",
  lift_stop_processing: "Can Lift Stop Processing",
  override_contact_opt_out: "Can Override Contact Opt-out With Evidence",
  bulk_preference_reset: "Can Run Bulk Preference Reset",
  review_erasure_log: "Can Review Erasure Log",
  send_mailshots: "Can Send Mailshots",
  export_reports: "Can Export Reports",
} as const satisfies Record<Right, string>;

/** The channels in the order of the panel. */
export const CHANNELS = {
  email: "Email",
  sms: "SMS",
  post: "Letter",
  phone: "Telephone",
  social: "Social Media",
} as const satisfies Record<Channel, string>;

/** What a message is for. */
export const PURPOSES = {
  service_followup: "Service Follow Up",
  general_marketing: "General Dealer Marketing Messages",
} as const satisfies Record<Purpose, string>;

/** On what ground a permission rests. */
export const BASES = {
  consent: "consent",
  soft_opt_in: "soft opt-in",
  legitimate_interest: "legitimate interest (assumed)",
  contract: "contract",
  migrated: "carried over",
} as const satisfies Record<Basis, string>;

/** How a line may be taxed. */
export const VAT_RATES = {
  standard: "Standard 20%",
  reduced: "Reduced 5%",
  zero: "Zero 0%",
  exempt: "Exempt",
  outside: "Outside VAT",
} as const satisfies Record<VatRate, string>;

/** Whose product’s rules apply. */
export const PROFILES = {
  dragon: "Dragon-like",
  navigator: "Navigator-like",
  vtiger: "Vtiger-like",
  forecourt: "Forecourt",
} as const satisfies Record<Profile, string>;

/** The modules that may force a review. */
export const MODULES = {
  service: "Service",
  sales_enquiries: "Sales Enquiries",
  parts: "Parts",
  vehicle_sales: "Vehicle Sales",
  crm: "CRM",
} as const satisfies Record<string, string>;

/** The fuels that are offered; any other may be typed. */
export const VEHICLE_FUELS = ["Petrol", "Diesel", "Hybrid electric", "Plug-in hybrid", "Electricity", "Gas bi-fuel", "Gas", "Hydrogen"] as const satisfies readonly string[];

/** What may be said of recalls. */
export const RECALLS = {
  yes: "Outstanding recall",
  no: "No outstanding recall",
  unknown: "Not known",
  unavailable: "The maker gives no answer",
} as const satisfies Record<Recall, string>;

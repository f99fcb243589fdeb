// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { Right } from "./shared";

/** A setting as it is declared: what it is called, where it stands, whose right changes it, its range, and whether 0 stands beside that for never. */
export interface Setting {
  label: string;
  path: string;
  right: Right;
  kind: "flag" | "number" | "text" | "web" | "zone" | "words" | "word" | "names" | "own";
  least: number | null;
  most: number | null;
  never: boolean;
}

export const SETTINGS = {
  "dealership": { label: "Dealership details", path: "Settings > System", right: "access_settings", kind: "own", least: null, most: null, never: false },
  "recovery.confirmed": { label: "Recovery key typed back", path: "Settings > Emergency recovery", right: "change_gdpr_option", kind: "own", least: null, most: null, never: false },
  "demo.hint": { label: "Hint on the sign-in page", path: "Settings > System", right: "access_settings", kind: "own", least: null, most: null, never: false },
  "system.placeholders": { label: "Placeholders", path: "Settings > System > Placeholders", right: "access_settings", kind: "text", least: 0, most: 20000, never: false },
  "service.labour_rate": { label: "Labour rate per hour", path: "Settings > Service > Settings > Workshop", right: "access_settings", kind: "number", least: 0, most: 100000, never: false },
  "inv.service.show_tel": { label: "Show Customer Telephone No on Invoice", path: "Settings > Service > Settings > Invoices", right: "access_settings", kind: "flag", least: null, most: null, never: false },
  "inv.service.show_email": { label: "Show Customer Email on Invoice", path: "Settings > Service > Settings > Invoices", right: "access_settings", kind: "flag", least: null, most: null, never: false },
  "inv.parts.show_tel": { label: "Show Customer Telephone No on Parts Invoice", path: "Settings > Service > Settings > Invoices", right: "access_settings", kind: "word", least: null, most: null, never: false },
  "inv.parts.show_email": { label: "Show Customer Email on Parts Invoice", path: "Settings > Service > Settings > Invoices", right: "access_settings", kind: "word", least: null, most: null, never: false },
  "inv.due_days": { label: "An invoice is due after (days)", path: "Settings > Service > Settings > Invoices", right: "access_settings", kind: "number", least: 0, most: 120, never: false },
  "gdpr.require_consent": { label: "Require Consent for Marketing", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.reconsent_months": { label: "GDPR Re-consent (months)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 1, most: 120, never: true },
  "gdpr.review_months": { label: "Preference review (months)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 1, most: 120, never: true },
  "gdpr.expiring_days": { label: "About to expire (days before)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 0, most: 180, never: false },
  "gdpr.review_modules": { label: "Modules that ask for a review", path: "Settings > GDPR", right: "change_gdpr_option", kind: "words", least: null, most: null, never: false },
  "gdpr.profile": { label: "Consent profile", path: "Settings > GDPR", right: "change_gdpr_option", kind: "own", least: null, most: null, never: false },
  "gdpr.channels_shown": { label: "Channels shown", path: "Settings > GDPR", right: "change_gdpr_option", kind: "words", least: null, most: null, never: false },
  "gdpr.third_parties_shown": { label: "Show third parties (T.P.)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.purposes_shown": { label: "Show service and general messages apart", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.compact_form": { label: "Record answers with channel ticks and kind ticks", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.contact_lock": { label: "What the customer withdrew stays withdrawn", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.notes_required": { label: "A note is required when permission is taken away", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.no_marketing_mailshots_only": { label: "“No Marketing” stops mailshots only", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.expired_blocks": { label: "Expired consent blocks marketing", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.franchise": { label: "Franchised dealer", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "gdpr.brands": { label: "Brands", path: "Settings > GDPR", right: "change_gdpr_option", kind: "names", least: null, most: null, never: false },
  "gdpr.third_parties": { label: "Third parties (named)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "names", least: null, most: null, never: false },
  "notice.text": { label: "Wording shown when consent is asked", path: "Settings > GDPR", right: "change_gdpr_option", kind: "text", least: 20, most: 2000, never: false },
  "erasure.mask_log_days": { label: "Mask names in the GDPR Erasure list after (days)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 1, most: 3650, never: true },
  "portal.enabled": { label: "Customers may use the consent portal", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "flag", least: null, most: null, never: false },
  "portal.address": { label: "Portal address", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "web", least: null, most: null, never: false },
  "portal.company": { label: "Company name", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "text", least: 0, most: 800, never: false },
  "portal.contact": { label: "Contact (address, telephone or email)", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "text", least: 0, most: 800, never: false },
  "portal.privacy_policy_url": { label: "Privacy policy address", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "web", least: null, most: null, never: false },
  "portal.ttl_days": { label: "A link is good for (days)", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "number", least: 1, most: 365, never: false },
  "sys.tz": { label: "Dealership time zone", path: "Settings > System", right: "access_settings", kind: "zone", least: null, most: null, never: false },
  "session.idle_minutes": { label: "Lock after minutes without use", path: "Settings > System", right: "access_settings", kind: "number", least: 1, most: 60, never: false },
  "export.people_at_once": { label: "People in one print or export without the right", path: "Settings > System", right: "access_settings", kind: "number", least: 1, most: 500, never: false },
  "export.people_an_hour": { label: "People in an hour without the right", path: "Settings > System", right: "access_settings", kind: "number", least: 1, most: 5000, never: false },
  "export.bulk_a_day": { label: "Larger prints and exports a day with the right", path: "Settings > System", right: "access_settings", kind: "number", least: 1, most: 100, never: false },
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;

// Printed by `cargo xtask bindings` from the registry of commands. Do not edit.

import type { Right } from "./shared";

/** A setting as it is declared: what it is called, where it stands, whose right changes it, and its range. */
export interface Setting {
  label: string;
  path: string;
  right: Right;
  kind: "flag" | "number" | "text" | "web" | "zone" | "words" | "names" | "own";
  least: number | null;
  most: number | null;
}

export const SETTINGS = {
  "dealership": { label: "Dealership", path: "Settings > System", right: "access_settings", kind: "own", least: null, most: null },
  "recovery.confirmed": { label: "Recovery key typed back", path: "Settings > Emergency recovery", right: "change_gdpr_option", kind: "own", least: null, most: null },
  "demo.hint": { label: "Hint on the sign-in page", path: "Settings > System", right: "access_settings", kind: "text", least: 0, most: 200 },
  "gdpr.require_consent": { label: "Require Consent for Marketing", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.reconsent_months": { label: "GDPR Re-consent (months)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 1, most: 120 },
  "gdpr.review_months": { label: "Preference review (months)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 1, most: 120 },
  "gdpr.expiring_days": { label: "About to expire (days)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 0, most: 180 },
  "gdpr.review_modules": { label: "Modules that ask for a review", path: "Settings > GDPR", right: "change_gdpr_option", kind: "words", least: null, most: null },
  "gdpr.profile": { label: "Consent profile", path: "Settings > GDPR", right: "change_gdpr_option", kind: "own", least: null, most: null },
  "gdpr.channels_shown": { label: "Channels shown", path: "Settings > GDPR", right: "change_gdpr_option", kind: "words", least: null, most: null },
  "gdpr.third_parties_shown": { label: "Show third parties (T.P.)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.purposes_shown": { label: "Show service and general messages apart", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.contact_lock": { label: "What the customer withdrew stays withdrawn", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.notes_required": { label: "A note is required when permission is taken away", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.no_marketing_mailshots_only": { label: "“No Marketing” stops mailshots only", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.expired_blocks": { label: "Expired consent blocks marketing", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.franchise": { label: "Franchised dealer", path: "Settings > GDPR", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "gdpr.brands": { label: "Brands", path: "Settings > GDPR", right: "change_gdpr_option", kind: "names", least: null, most: null },
  "gdpr.third_parties": { label: "Third parties", path: "Settings > GDPR", right: "change_gdpr_option", kind: "names", least: null, most: null },
  "notice.text": { label: "Wording of the notice", path: "Settings > GDPR", right: "change_gdpr_option", kind: "text", least: 20, most: 2000 },
  "erasure.mask_log_days": { label: "Mask names in the erasure log after (days)", path: "Settings > GDPR", right: "change_gdpr_option", kind: "number", least: 1, most: 3650 },
  "portal.enabled": { label: "Customer Consent Portal", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "flag", least: null, most: null },
  "portal.address": { label: "Portal address", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "web", least: null, most: null },
  "portal.company": { label: "Company name and address", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "text", least: 0, most: 800 },
  "portal.contact": { label: "How to contact the company", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "text", least: 0, most: 800 },
  "portal.privacy_policy_url": { label: "Privacy policy address", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "web", least: null, most: null },
  "portal.ttl_days": { label: "Days that a link works", path: "Settings > GDPR > Portal", right: "change_gdpr_option", kind: "number", least: 1, most: 365 },
  "sys.tz": { label: "Time zone", path: "Settings > System", right: "access_settings", kind: "zone", least: null, most: null },
  "session.idle_minutes": { label: "Lock the screen after", path: "Settings > System", right: "access_settings", kind: "number", least: 1, most: 60 },
} as const satisfies Record<string, Setting>;

export type SettingKey = keyof typeof SETTINGS;

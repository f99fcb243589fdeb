import { type TextKey, text } from "@/lib/texts";

/** What a setting of these pages can hold. */
export type SettingValue = boolean | number | string | string[] | null;

/** The value of a setting as it came, or null for what these pages do not know. */
export function settingValue(value: unknown): SettingValue {
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  return Array.isArray(value) ? value.map(String) : null;
}

const labels: Record<string, TextKey> = {
  "gdpr.require_consent": "settings.requireConsent",
  "gdpr.reconsent_months": "settings.reconsentMonths",
  "gdpr.review_months": "settings.reviewMonths",
  "gdpr.expired_blocks": "settings.expiredBlocks",
  "gdpr.profile": "gdprSettings.profile",
  "gdpr.expiring_days": "gdprSettings.expiringDays",
  "gdpr.review_modules": "gdprSettings.reviewModules",
  "gdpr.channels_shown": "gdprSettings.channelsShown",
  "gdpr.third_parties_shown": "gdprSettings.thirdPartiesShown",
  "gdpr.purposes_shown": "gdprSettings.purposesShown",
  "gdpr.contact_lock": "gdprSettings.contactLock",
  "gdpr.notes_required": "gdprSettings.notesRequired",
  "gdpr.no_marketing_mailshots_only": "gdprSettings.mailshotsOnly",
  "gdpr.franchise": "settings.franchise",
  "gdpr.brands": "settings.brands",
  "gdpr.third_parties": "settings.thirdParties",
  "notice.text": "settings.noticeText",
  "erasure.mask_log_days": "settings.maskLogDays",
  "portal.enabled": "settings.portalEnabled",
  "portal.address": "settings.portalAddress",
  "portal.company": "settings.portalCompany",
  "portal.contact": "settings.portalContact",
  "portal.privacy_policy_url": "settings.privacyPolicy",
  "portal.ttl_days": "settings.portalTtl",
  "sys.tz": "settings.timeZone",
  "session.idle_minutes": "settings.idleMinutes",
  "clock.latest": "settings.clockLatest",
  dealership: "settings.dealership",
  workstation: "settings.workstation",
};

/** The name of a setting as it stands on screen; a key without one stays as it is. */
export function settingLabel(key: string): string {
  const label = labels[key];
  return label ? text(label) : key;
}

const parts: Record<string, TextKey> = {
  name: "settings.columnName",
  address: "session.address",
  postcode: "session.postcode",
  phone: "session.phone",
  email: "session.email",
  website: "session.website",
  privacy_policy_url: "session.privacyPolicy",
  save_folder: "settings.saveFolder",
};

// Settings whose values are words of ours, and what staff call those.
const choices: Record<string, Record<string, TextKey>> = {
  "gdpr.profile": {
    dragon: "gdprSettings.profile_dragon",
    navigator: "gdprSettings.profile_navigator",
    vtiger: "gdprSettings.profile_vtiger",
    forecourt: "gdprSettings.profile_forecourt",
  },
  "gdpr.channels_shown": {
    email: "gdprSettings.channel_email",
    sms: "gdprSettings.channel_sms",
    post: "gdprSettings.channel_post",
    phone: "gdprSettings.channel_phone",
    social: "gdprSettings.channel_social",
  },
  "gdpr.review_modules": {
    service: "gdprSettings.module_service",
    sales_enquiries: "gdprSettings.module_sales_enquiries",
    parts: "gdprSettings.module_parts",
    vehicle_sales: "gdprSettings.module_vehicle_sales",
    crm: "gdprSettings.module_crm",
  },
};

/** What can be chosen for a setting, in its order: the stored word and what staff call it. */
export function choicesOf(key: string): { value: string; label: string }[] {
  return Object.entries(choices[key] ?? {}).map(([value, label]) => ({
    value,
    label: text(label),
  }));
}

/** A value in words; a key tells what its words of ours are called. */
export function valueText(value: unknown, key = ""): string {
  if (value === true) return text("settings.on");
  if (value === false) return text("settings.off");
  const named = (word: unknown) => {
    const label = choices[key]?.[String(word)];
    return label ? text(label) : String(word);
  };
  if (Array.isArray(value))
    return value.length > 0 ? value.map(named).join(", ") : text("settings.nothing");
  if (value === null || value === undefined || value === "") return text("settings.nothing");
  if (typeof value === "object") return partsText(Object.entries(value));
  return named(value);
}

function partsText(entries: [string, unknown][]): string {
  return entries
    .map(([name, value]) => `${parts[name] ? text(parts[name]) : name}: ${valueText(value)}`)
    .join("; ");
}

/** Old and new value in words; of a value with several parts only the parts that changed. */
export function changeText(old: unknown, now: unknown, key = ""): [string, string] {
  if (!isParts(old) || !isParts(now)) return [valueText(old, key), valueText(now, key)];
  const changed = (from: Record<string, unknown>, to: Record<string, unknown>) =>
    Object.entries(from).filter(([name, value]) => !sameValue(value, to[name]));
  return [partsText(changed(old, now)), partsText(changed(now, old))];
}

function isParts(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether two values of a setting are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

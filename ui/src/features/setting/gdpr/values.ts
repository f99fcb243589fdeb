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
  "gdpr.require_consent": "setting.requireConsent",
  "gdpr.reconsent_months": "setting.reconsentMonths",
  "gdpr.review_months": "setting.reviewMonths",
  "gdpr.expired_blocks": "setting.expiredBlocks",
  "gdpr.profile": "setting.profile",
  "gdpr.expiring_days": "setting.expiringDays",
  "gdpr.review_modules": "setting.reviewModules",
  "gdpr.channels_shown": "setting.channelsShown",
  "gdpr.third_parties_shown": "setting.thirdPartiesShown",
  "gdpr.purposes_shown": "setting.purposesShown",
  "gdpr.contact_lock": "setting.contactLock",
  "gdpr.notes_required": "setting.notesRequired",
  "gdpr.no_marketing_mailshots_only": "setting.mailshotsOnly",
  "gdpr.franchise": "setting.franchise",
  "gdpr.brands": "setting.brands",
  "gdpr.third_parties": "setting.thirdParties",
  "notice.text": "setting.noticeText",
  "erasure.mask_log_days": "setting.maskLogDays",
  "portal.enabled": "setting.portalEnabled",
  "portal.address": "setting.portalAddress",
  "portal.company": "setting.portalCompany",
  "portal.contact": "setting.portalContact",
  "portal.privacy_policy_url": "setting.privacyPolicy",
  "portal.ttl_days": "setting.portalTtl",
  "sys.tz": "setting.timeZone",
  "session.idle_minutes": "setting.idleMinutes",
  "clock.latest": "setting.clockLatest",
  dealership: "setting.dealership",
  workstation: "setting.workstation",
};

/** The name of a setting as it stands on screen; a key without one stays as it is. */
export function settingLabel(key: string): string {
  const label = labels[key];
  return label ? text(label) : key;
}

const parts: Record<string, TextKey> = {
  name: "employee.columnName",
  address: "setting.address",
  postcode: "setting.postcode",
  phone: "setting.phone",
  email: "setting.email",
  website: "setting.website",
  privacy_policy_url: "setting.privacyPolicy",
  save_folder: "setting.saveFolder",
};

// Settings whose values are words of ours, and what staff call those.
const choices: Record<string, Record<string, TextKey>> = {
  "gdpr.profile": {
    dragon: "setting.profile_dragon",
    navigator: "setting.profile_navigator",
    vtiger: "setting.profile_vtiger",
    forecourt: "setting.profile_forecourt",
  },
  "gdpr.channels_shown": {
    email: "setting.channel_email",
    sms: "setting.channel_sms",
    post: "setting.channel_post",
    phone: "setting.channel_phone",
    social: "setting.channel_social",
  },
  "gdpr.review_modules": {
    service: "setting.module_service",
    sales_enquiries: "setting.module_sales_enquiries",
    parts: "setting.module_parts",
    vehicle_sales: "setting.module_vehicle_sales",
    crm: "setting.module_crm",
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
  if (value === true) return text("setting.on");
  if (value === false) return text("setting.off");
  const named = (word: unknown) => {
    const label = choices[key]?.[String(word)];
    return label ? text(label) : String(word);
  };
  if (Array.isArray(value))
    return value.length > 0 ? value.map(named).join(", ") : text("setting.nothing");
  if (value === null || value === undefined || value === "") return text("setting.nothing");
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

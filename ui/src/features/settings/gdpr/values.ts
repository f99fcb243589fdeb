import type { SettingValue } from "@/bindings/commands";
import { type TextKey, text } from "@/lib/texts";

const labels: Record<string, TextKey> = {
  "gdpr.require_consent": "settings.requireConsent",
  "gdpr.reconsent_months": "settings.reconsentMonths",
  "gdpr.review_months": "settings.reviewMonths",
  "gdpr.expired_blocks": "settings.expiredBlocks",
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
};

/** The name of a setting as it stands on screen; a key without one stays as it is. */
export function settingLabel(key: string): string {
  const label = labels[key];
  return label ? text(label) : key;
}

/** A value in words. */
export function valueText(value: SettingValue | undefined): string {
  if (value === true || value === "true") return text("settings.on");
  if (value === false || value === "false") return text("settings.off");
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : text("settings.nothing");
  if (value === null || value === undefined || value === "") return text("settings.nothing");
  return String(value);
}

/** Whether two values of a setting are the same. */
export function sameValue(one: SettingValue | undefined, other: SettingValue | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

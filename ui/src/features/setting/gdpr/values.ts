import { CHANNELS, MODULES, PROFILES } from "@/bindings/constants";
import { SETTINGS } from "@/bindings/settings";
import { type SettingKey, settingLabel } from "@/lib/settings";
import { type TextKey, text } from "@/lib/texts";
import { entriesOf } from "@/lib/words";

/** What a setting of these pages can hold. */
export type SettingValue = boolean | number | string | string[] | null;

/** The value of a setting as it came, or null for what these pages do not know. */
export function settingValue(value: unknown): SettingValue {
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  return Array.isArray(value) ? value.map(String) : null;
}

// What is kept in the history of settings and is none.
const others: Record<string, TextKey> = {
  "clock.latest": "setting.clockLatest",
  "ledger.head": "setting.rolledBackHead",
  workstation: "setting.workstation",
};

/** What was changed, by its key; one that nobody knows stays as it is. */
export function changedLabel(key: string): string {
  const other = others[key];
  if (other) return text(other);
  return key in SETTINGS ? settingLabel(key as SettingKey) : key;
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
const choices = {
  "gdpr.profile": PROFILES,
  "gdpr.channels_shown": CHANNELS,
  "gdpr.review_modules": MODULES,
} as const satisfies Partial<Record<SettingKey, Record<string, string>>>;

export type ChoiceKey = keyof typeof choices;

/** What can be chosen for a setting, in its order: the stored word and what staff call it. */
export function choicesOf(key: ChoiceKey): [string, string][] {
  return entriesOf<string>(choices[key]);
}

/** A value in words; a key tells what its words of ours are called. */
export function valueText(value: unknown, key = ""): string {
  if (value === true) return text("setting.on");
  if (value === false) return text("setting.off");
  const known: Record<string, string> = key in choices ? choices[key as ChoiceKey] : {};
  const named = (word: unknown) => known[String(word)] ?? String(word);
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

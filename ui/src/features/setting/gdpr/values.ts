import { CHANNELS, MODULES, PROFILES } from "@/bindings/constants";
import type { SettingKey } from "@/lib/settings";
import { text } from "@/lib/texts";
import { entriesOf } from "@/lib/words";

/** What a setting of these pages can hold. */
export type SettingValue = boolean | number | string | string[] | null;

/** The value of a setting as it came, or null for what these pages do not know. */
export function settingValue(value: unknown): SettingValue {
  if (typeof value === "boolean" || typeof value === "number" || typeof value === "string")
    return value;
  return Array.isArray(value) ? value.map(String) : null;
}

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
  return named(value);
}

/** Whether two values of a setting are the same. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

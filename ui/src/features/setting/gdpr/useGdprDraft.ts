import { useState } from "react";
import type { SettingsView } from "@/bindings/commands";
import { type SettingValue, sameValue, settingValue } from "./values";

export interface GdprChange {
  key: string;
  old: SettingValue;
  new: SettingValue;
}

export interface GdprDraft {
  flag: (key: string) => boolean;
  number: (key: string) => number;
  words: (key: string) => string;
  list: (key: string) => string[];
  set: (key: string, value: SettingValue) => void;
  changes: GdprChange[];
  undo: () => void;
}

/** The values of one card while they are edited; what is equal to the saved value is no change. */
export function useGdprDraft(settings: SettingsView): GdprDraft {
  const [edited, setEdited] = useState<Record<string, SettingValue>>({});
  const value = (key: string): SettingValue =>
    key in edited ? (edited[key] ?? null) : settingValue(settings.values[key]);
  const changes = Object.entries(edited)
    .map(([key, now]) => ({ key, old: settingValue(settings.values[key]), new: now }))
    .filter((change) => !sameValue(change.old, change.new));
  return {
    flag: (key) => value(key) === true,
    number: (key) => Number(value(key) ?? 0),
    words: (key) => String(value(key) ?? ""),
    list: (key) => {
      const list = value(key);
      return Array.isArray(list) ? list : [];
    },
    set: (key, now) => setEdited((before) => ({ ...before, [key]: now })),
    changes,
    undo: () => setEdited({}),
  };
}

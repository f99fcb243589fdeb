import { useState } from "react";
import type { SettingsView } from "@/bindings/commands";
import type { SettingKey } from "@/lib/settings";
import { type SettingValue, sameValue, settingValue } from "./values";

export interface GdprChange {
  key: SettingKey;
  old: SettingValue;
  new: SettingValue;
}

export interface GdprDraft {
  flag: (key: SettingKey) => boolean;
  number: (key: SettingKey) => number;
  words: (key: SettingKey) => string;
  list: (key: SettingKey) => string[];
  set: (key: SettingKey, value: SettingValue) => void;
  changes: GdprChange[];
  undo: () => void;
  /** Edits again what was edited before. */
  edit: (edited: Partial<Record<SettingKey, SettingValue>>) => void;
}

/** The values of one card while they are edited; what is equal to the saved value is no change. */
export function useGdprDraft(settings: SettingsView): GdprDraft {
  const [edited, setEdited] = useState<Partial<Record<SettingKey, SettingValue>>>({});
  const value = (key: SettingKey): SettingValue =>
    key in edited ? (edited[key] ?? null) : settingValue(settings.values[key]);
  const changes = (Object.keys(edited) as SettingKey[])
    .map((key) => ({ key, old: settingValue(settings.values[key]), new: value(key) }))
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
    edit: setEdited,
  };
}

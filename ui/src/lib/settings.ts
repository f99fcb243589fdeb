import { SETTINGS, type Setting, type SettingKey } from "@/bindings/settings";

export type { SettingKey } from "@/bindings/settings";

/** Where search and links lead: to a setting, or to what stands among the settings and is none. */
export type SettingPlace =
  | SettingKey
  | "contact_us"
  | "invoice_series"
  | "recovery"
  | "reset"
  | "save_folder"
  | "workstation";

/** What a setting is called, on its page and in the history. */
export function settingLabel(key: SettingKey): string {
  return SETTINGS[key].label;
}

/** From where to where a number goes; 0 stands beside the range where it means never. */
export function rangeOf(key: SettingKey): { min: number; max: number } {
  const { least, most, never }: Setting = SETTINGS[key];
  return { min: never ? 0 : (least ?? 0), max: most ?? Number.MAX_SAFE_INTEGER };
}

/** Marks where something stands, so that search and links can lead there. */
export function placeOf(place: SettingPlace) {
  return { "data-setting": place };
}

/** What a link to a section carries along to have a place in it shown. */
export function leadingTo(place: SettingPlace) {
  return { setting: place };
}

/** The place that a link led to, within what is drawn of its section; null when there is none. */
export function wantedPlace(state: unknown, within: HTMLElement | null): HTMLElement | null {
  if (typeof state !== "object" || state === null || !("setting" in state)) return null;
  return (
    within?.querySelector<HTMLElement>(`[data-setting="${CSS.escape(`${state.setting}`)}"]`) ?? null
  );
}

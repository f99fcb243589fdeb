import type { MantineColorScheme, MantineColorSchemeManager } from "@mantine/core";
import { call } from "@/lib/api";
import { earlyAnswer } from "./firstAnswer";

let known: MantineColorScheme | null = null;
let unkept = false;
let draw: ((scheme: MantineColorScheme) => void) | undefined;

/**
 * Light or dark, kept by the dispatcher: the window itself keeps nothing from one start to the
 * next.
 */
export const appearanceManager: MantineColorSchemeManager = {
  get: (fallback) => known ?? earlyAnswer()?.appearance ?? fallback,
  set: (scheme) => {
    if (scheme === known) return;
    known = scheme;
    // The window has changed already. On a full disk the choice lasts until the program ends.
    unkept = false;
    call("set_appearance", { appearance: scheme }).catch(() => {
      unkept = true;
    });
  },
  subscribe: (onUpdate) => {
    draw = onUpdate;
  },
  unsubscribe: () => {
    draw = undefined;
  },
  clear: () => {
    known = null;
  },
};

/** Draws the window in what was chosen at this workstation. */
export function showAppearance(scheme: MantineColorScheme) {
  if (unkept || scheme === known) return;
  known = scheme;
  draw?.(scheme);
}

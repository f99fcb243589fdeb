import { useEffect } from "react";
import type { Channel } from "@/bindings/commands";
import type { StopMethod } from "./useStop";

/** The key that opens the list of channels; in it each channel has the letter of its mark. */
export const STOP_KEY = "S";
export const STOP_ALL_KEY = "A";

/** What can be chosen from the list: null stands for every channel. */
export interface StopChoice {
  channel: Channel | null;
  label: string;
  letter: string;
}

interface StopKeys {
  /** Is the list of channels open? */
  open: boolean;
  choices: readonly StopChoice[];
  onClose: () => void;
  onChoose: (channel: Channel | null, method: StopMethod) => void;
}

/** The letters of the open list: one stops its channel, with Shift in person. */
export function useStopKeys({ open, choices, onClose, onChoose }: StopKeys): void {
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const key = event.key.toUpperCase();
      const chosen = choices.find(({ letter }) => letter === key);
      if (chosen) {
        event.preventDefault();
        onChoose(chosen.channel, event.shiftKey ? "in_person" : "phone");
      } else if (/^[A-Z]$/.test(key)) {
        // A letter that stands for nothing here must do nothing elsewhere either.
        event.preventDefault();
        onClose();
      }
    };
    // Before anybody else's single letters: while the list is open they are its own.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  });
}

/** Is somebody writing? */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input, textarea, select, [role=combobox]"))
  );
}

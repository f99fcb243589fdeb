import { useEffect } from "react";
import type { Channel } from "@/bindings/commands";
import type { StopMethod } from "./useStop";

/** The key that opens the list of channels; in it each channel has the letter of its mark. */
export const STOP_KEY = "S";
export const STOP_ALL_KEY = "A";
export const UNDO_KEY = "U";

/** What can be chosen from the list: null stands for every channel. */
export interface StopChoice {
  channel: Channel | null;
  label: string;
  letter: string;
}

interface StopKeys {
  enabled: boolean;
  /** Is the list of channels open? */
  open: boolean;
  choices: readonly StopChoice[];
  onOpen: () => void;
  onClose: () => void;
  onChoose: (channel: Channel | null, method: StopMethod) => void;
  onUndo: () => void;
}

/** Keys of the panel: S and a letter stop, with Shift in person; U undoes while its message is there. */
export function useStopKeys({
  enabled,
  open,
  choices,
  onOpen,
  onClose,
  onChoose,
  onUndo,
}: StopKeys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return;
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const key = event.key.toUpperCase();
      if (open) {
        const chosen = choices.find(({ letter }) => letter === key);
        if (chosen) {
          event.preventDefault();
          onChoose(chosen.channel, event.shiftKey ? "in_person" : "phone");
        } else if (/^[A-Z]$/.test(key)) {
          // A letter that stands for nothing here must do nothing elsewhere either.
          event.preventDefault();
          onClose();
        }
        return;
      }
      if (isElsewhere(event.target)) return;
      if (key === UNDO_KEY && !event.shiftKey) {
        onUndo();
      } else if (key === STOP_KEY && !event.shiftKey && enabled) {
        event.preventDefault();
        onOpen();
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

/** Is a dialog or a menu open, whose keys these are? */
function isElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("[aria-modal=true]")) return true;
  return target instanceof Element && target.closest("[role=dialog], [role=menu]") !== null;
}

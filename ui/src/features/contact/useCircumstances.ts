import type { ContactView } from "@/bindings/commands";
import { useMissingRight } from "@/lib/session";
import type { TextKey } from "@/lib/texts";
import type { CircumstanceStep } from "./CircumstanceDialogs";

interface Offered {
  step: CircumstanceStep;
  words: TextKey;
  /** Why it may not be used; null when it may. */
  reason: string | null;
}

/** What can be noted of a contact as they stand, and taken back (L-03). */
export function useCircumstances(contact: ContactView): Offered[] {
  const noDeath = useMissingRight("record_death");
  const noUndo = useMissingRight("undo_death");
  const noMove = useMissingRight("record_gone_away");
  const offered: Offered[] = [];
  if (contact.died) {
    offered.push({ step: "death", words: "contact.putDeathRight", reason: noDeath });
    offered.push({ step: "undoDeath", words: "contact.undoDeath", reason: noUndo });
  } else {
    offered.push({ step: "death", words: "contact.recordDeath", reason: noDeath });
  }
  if (contact.gone_away) {
    offered.push({ step: "undoGoneAway", words: "contact.undoGoneAway", reason: noMove });
  } else if (contact.addresses.length > 0) {
    offered.push({ step: "goneAway", words: "contact.recordGoneAway", reason: noMove });
  }
  return offered;
}

import { CHANGES, type ContactId } from "@/bindings/commands";
import { notifyDone, notifyHandedOver, notifyRefusal } from "@/components/notify";
import { call, Refusal } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { type TextKey, text } from "@/lib/texts";
import type { Saved } from "./useConsentForm";

const WORDS: Record<Saved, TextKey> = {
  answers: "consent.saved",
  review: "consent.reviewedNothing",
  reconfirmed: "consent.reconfirmedDone",
  excluded: "consent.excludedDone",
  included: "consent.includedDone",
};

/** Says what was recorded, and offers the customer's receipt for it (M-04). */
export function notifySaved(contactId: ContactId, saved: Saved): void {
  notifyDone(text(WORDS[saved]), {
    label: text("consent_receipt.printSaved"),
    onAct: () => void printReceipt(contactId),
  });
}

// Not a mutation: the dialog that could hold one is closed by then.
async function printReceipt(contactId: ContactId): Promise<void> {
  try {
    const made = await call("make_receipt", { contact_id: contactId, form: "pdf" });
    await dropTags(CHANGES.make_receipt ?? []);
    notifyHandedOver(made);
  } catch (cause) {
    notifyRefusal(Refusal.from(cause));
  }
}

import { CHANGES, type ContactId } from "@/bindings/commands";
import { notifyDone, notifyHandedOver, notifyRefusal } from "@/components/notify";
import { call, Refusal } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";

/** Says that an answer was saved, and offers the customer's receipt for it (M-04). */
export function notifySaved(contactId: ContactId): void {
  notifyDone(text("consent.saved"), {
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

import type { InvoiceId } from "@/bindings/commands";
import { notifyDone, notifyHandedOver, notifyRefusal } from "@/components/notify";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";

/** Prints a document, saves it, and hands it to the mail program. */
export function useHandOver(id: InvoiceId) {
  const print = useChange("print_invoice", {
    onSuccess: (handed) => notifyHandedOver(handed),
    onError: notifyRefusal,
  });
  const save = useChange("save_invoice", {
    onSuccess: (handed) => notifyHandedOver(handed),
    onError: notifyRefusal,
  });
  const email = useChange("email_invoice", {
    onSuccess: ({ address }) => notifyDone(text("invoice.emailed", { address })),
    onError: notifyRefusal,
  });
  return {
    printing: print.isPending,
    print: () => print.mutate({ id }),
    saving: save.isPending,
    save: () => save.mutate({ id }),
    emailing: email.isPending,
    email: () => email.mutate({ id }),
  };
}

import { useState } from "react";
import type { ContactId, InvoiceId, SaleShort } from "@/bindings/commands";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { useOnce } from "@/components/useOnce";
import { call, Refusal, useChange } from "@/lib/api";
import { asked, invoiced, type Sale } from "./sale";

interface Posting {
  sale: Sale;
  contactId: ContactId | null;
  /** The draft that was made of it: what goes wrong behind that makes no second one. */
  onDrafted: (draft: Sale["draft"]) => void;
  /** Posted, with its number. */
  onPosted: (id: InvoiceId, number: string) => void;
  /** Kept without a number. */
  onKept: (id: InvoiceId) => void;
}

/** Keeps a sale as a draft, or posts and prints it: once, however often it is asked for. */
export function usePosting({ sale, contactId, onDrafted, onPosted, onKept }: Posting) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  /** What would be less than nothing: asked about before anything is written. */
  const [short, setShort] = useState<SaleShort[]>([]);
  const { running, once } = useOnce();
  const draft = useChange("draft_invoice");
  const update = useChange("update_invoice");
  const posting = useChange("post_invoice");
  const print = useChange("print_invoice");

  const drafted = async (lines: NonNullable<ReturnType<typeof invoiced>>) => {
    const who = contactId ? { contact_id: contactId } : { name: sale.walkIn };
    const view = sale.draft
      ? await update.mutateAsync({ ...sale.draft, ...who, lines })
      : await draft.mutateAsync({ kind: "parts", ...who, lines, request: sale.request });
    const { id, version } = view;
    onDrafted({ id, version });
    return { id, version };
  };

  const read = async () => {
    const sum = await call("sum_parts_sale", { lines: asked(sale.lines) });
    return { sum, lines: invoiced(sale.lines, sum) };
  };

  const trying = (act: () => Promise<void>) =>
    once(async () => {
      setRefusal(null);
      try {
        await act();
      } catch (cause) {
        setShort([]);
        setRefusal(Refusal.from(cause));
      }
    });

  return {
    running,
    refusal,
    short,
    forget: () => setShort([]),
    keep: () =>
      trying(async () => {
        const { lines } = await read();
        if (lines) onKept((await drafted(lines)).id);
      }),
    post: (accepted = false) =>
      trying(async () => {
        const { sum, lines } = await read();
        if (!lines) return;
        if (sum.short.length > 0 && !accepted) {
          setShort(sum.short);
          return;
        }
        const posted = await posting.mutateAsync({
          ...(await drafted(lines)),
          accept_short: accepted,
        });
        setShort([]);
        onPosted(posted.id, posted.number);
        // Posted is posted: a printer that does not answer takes nothing back.
        await print
          .mutateAsync({ id: posted.id })
          .then(notifyHandedOver)
          .catch((cause) => notifyRefusal(Refusal.from(cause)));
      }),
  };
}

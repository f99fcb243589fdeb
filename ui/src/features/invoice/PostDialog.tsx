import { useState } from "react";
import type { InvoiceView } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Notice } from "@/components/Notice";
import { notifyDone, notifyWarning } from "@/components/notify";
import { useChange } from "@/lib/api";
import { pounds } from "@/lib/money";
import { text } from "@/lib/texts";
import { useHandOver } from "./useHandOver";

interface PostDialogProps {
  invoice: InvoiceView;
  onClose: () => void;
}

/** Asks once before a draft gets its number, and says which it got. */
export function PostDialog({ invoice, onClose }: PostDialogProps) {
  // What is missing on the shelf, once the dispatcher said so: then it is posted all the same or not at all.
  const [short, setShort] = useState<string | null>(null);
  const { print } = useHandOver(invoice.id);
  const post = useChange("post_invoice", {
    onSuccess: ({ number, already }) => {
      onClose();
      if (already) notifyWarning(already);
      else {
        notifyDone(text("invoice.postDone", { number }), {
          label: text("invoice.print"),
          onAct: print,
        });
      }
    },
    onError: ({ fields }) => setShort(fields.accept_short ?? null),
  });
  const { id, version, name, total } = invoice;
  const what = invoice.title.toLowerCase();
  return (
    <ConfirmDialog
      opened
      title={text("invoice.postTitle", { what })}
      confirmLabel={text(short === null ? "invoice.post" : "invoice.postShort")}
      busy={post.isPending}
      refusal={short === null ? post.error : null}
      onConfirm={() =>
        post.mutateAsync({ id, version, accept_short: short !== null }).catch(() => undefined)
      }
      onClose={onClose}
    >
      <p>{text("invoice.postTotal", { name, total: pounds(total) })}</p>
      <p>{text("invoice.postWords")}</p>
      {short !== null && (
        <Notice tone="warn">
          {text("invoice.short")} {short} {text("invoice.shortWords")}
        </Notice>
      )}
    </ConfirmDialog>
  );
}

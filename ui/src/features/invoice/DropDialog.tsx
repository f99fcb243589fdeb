import { useNavigate } from "react-router";
import type { InvoiceView } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { notifyDone } from "@/components/notify";
import { useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

interface DropDialogProps {
  invoice: InvoiceView;
  /** What was typed goes with the draft. */
  onDrop: () => void;
  onClose: () => void;
}

/** Asks once before a draft is deleted. */
export function DropDialog({ invoice, onDrop, onClose }: DropDialogProps) {
  const navigate = useNavigate();
  const { id, version, credits, card, department } = invoice;
  const drop = useChange("drop_invoice");
  const list = department === "parts" ? paths.partsInvoices : paths.serviceInvoices;
  const back = credits ? paths.invoice(credits.id) : card ? paths.jobCard(card.id) : list;
  return (
    <ConfirmDialog
      opened
      danger
      title={text("invoice.dropTitle")}
      confirmLabel={text("invoice.drop")}
      busy={drop.isPending}
      refusal={drop.error}
      onConfirm={async () => {
        try {
          await drop.mutateAsync({ id, version });
        } catch {
          // Shown in the dialog.
          return;
        }
        onDrop();
        notifyDone(text("invoice.dropped"));
        void navigate(back, { replace: true });
      }}
      onClose={onClose}
    >
      <p>{text("invoice.dropWords")}</p>
    </ConfirmDialog>
  );
}

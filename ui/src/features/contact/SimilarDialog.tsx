import type { ContactLine } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { text } from "@/lib/texts";
import { SimilarRows } from "./SimilarRows";

interface SimilarDialogProps {
  rows: ContactLine[];
  busy: boolean;
  onCreate: () => void;
  onClose: () => void;
}

/** Asks once more before a second record of what may be the same person is made. */
export function SimilarDialog({ rows, busy, onCreate, onClose }: SimilarDialogProps) {
  return (
    <DialogForm
      opened={rows.length > 0}
      title={text("contact.similarDialog")}
      submitLabel={text("contact.createAnyway")}
      busy={busy}
      size={560}
      onSubmit={onCreate}
      onClose={onClose}
    >
      <p>{text("contact.similarDialogWords")}</p>
      <SimilarRows rows={rows} />
    </DialogForm>
  );
}

import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { PartView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";

interface ReceiveDialogProps {
  part: PartView;
  onClose: () => void;
}

/** Goods in. */
export function ReceiveDialog({ part, onClose }: ReceiveDialogProps) {
  const [quantity, setQuantity] = useState("");
  const [request] = useState(() => crypto.randomUUID());
  const receive = useChange("receive_part", {
    onSuccess: (now) => {
      notifyDone(text("part.received", { number: now.number, stock: now.in_stock_text }));
      onClose();
    },
  });
  const wrong = receive.error?.fields.quantity;
  return (
    <DialogForm
      opened
      title={text("part.receiveTitle", { number: part.number })}
      submitLabel={text("part.receive")}
      busy={receive.isPending}
      refusal={wrong ? null : receive.error}
      onClose={onClose}
      onSubmit={() => receive.mutate({ id: part.id, quantity, request })}
    >
      <p>{text("part.receiveWords", { stock: part.in_stock_text })}</p>
      <TextInput
        label={text("part.quantity")}
        className={shared.short}
        required
        inputMode="decimal"
        autoComplete="off"
        error={wrong}
        value={quantity}
        onChange={(event) => setQuantity(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

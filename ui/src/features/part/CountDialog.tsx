import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { PartView } from "@/bindings/commands";
import { LONGEST_STOCK_REASON } from "@/bindings/constants";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";

interface CountDialogProps {
  part: PartView;
  onClose: () => void;
}

/** Stocktaking: the stock becomes what was counted, for a reason. What moved meanwhile is a conflict. */
export function CountDialog({ part, onClose }: CountDialogProps) {
  const [seen] = useState(part.in_stock);
  const [said] = useState(part.in_stock_text);
  const [counted, setCounted] = useState("");
  const [reason, setReason] = useState("");
  const [request] = useState(() => crypto.randomUUID());
  const count = useChange("count_part", {
    onSuccess: (now) => {
      notifyDone(text("part.received", { number: now.number, stock: now.in_stock_text }));
      onClose();
    },
  });
  const { counted: wrongCount, reason: wrongReason } = count.error?.fields ?? {};
  return (
    <DialogForm
      opened
      title={text("part.countTitle", { number: part.number })}
      submitLabel={text("part.count")}
      busy={count.isPending}
      refusal={wrongCount || wrongReason ? null : count.error}
      onClose={onClose}
      onSubmit={() => count.mutate({ id: part.id, seen, counted, reason, request })}
    >
      <p>{text("part.countWords", { stock: said })}</p>
      <TextInput
        label={text("part.counted")}
        className={shared.short}
        required
        inputMode="decimal"
        autoComplete="off"
        error={wrongCount}
        value={counted}
        onChange={(event) => setCounted(event.currentTarget.value)}
      />
      <TextInput
        label={text("part.reason")}
        description={text("part.reasonHint")}
        required
        maxLength={LONGEST_STOCK_REASON}
        error={wrongReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

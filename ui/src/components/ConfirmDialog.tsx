import { TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import type { Refusal } from "@/lib/refusal";
import { sameName } from "@/lib/sameName";
import { text } from "@/lib/texts";
import { DialogForm } from "./DialogForm";

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  confirmLabel: string;
  cancelLabel?: string;
  /** What has to be typed before the button can be pressed: the name of what will go. */
  typed?: string;
  danger?: boolean;
  busy?: boolean;
  refusal?: Refusal | null;
  size?: string | number;
  /** Receives what was typed, so that the dispatcher can check it too. */
  onConfirm: (typed: string) => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks once more. Destructive acts say what will go, and want the name typed. */
export function ConfirmDialog({
  opened,
  title,
  confirmLabel,
  cancelLabel,
  typed,
  danger,
  busy,
  refusal,
  size,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const [value, setValue] = useState("");
  useEffect(() => {
    if (opened) setValue("");
  }, [opened]);
  const ready = typed === undefined || sameName(typed, value);
  return (
    <DialogForm
      opened={opened}
      title={title}
      submitLabel={confirmLabel}
      cancelLabel={cancelLabel}
      danger={danger}
      busy={busy}
      refusal={refusal}
      size={size}
      submitDisabled={!ready}
      onSubmit={() => onConfirm(value)}
      onClose={onClose}
    >
      {children}
      {typed !== undefined && (
        <TextInput
          label={text("common.typeToConfirm", { name: typed })}
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
      )}
    </DialogForm>
  );
}

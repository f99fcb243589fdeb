import { TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useCall } from "@/lib/api";
import type { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { DialogForm } from "./DialogForm";

interface ConfirmDialogProps {
  opened: boolean;
  title: string;
  confirmLabel: string;
  cancelLabel?: string;
  /** What has to be typed before the button can be pressed: the name of what will go. */
  typed?: string;
  /** What may be typed instead of the name: a reference, where the name has letters no key here writes. */
  reference?: string;
  danger?: boolean;
  busy?: boolean;
  refusal?: Refusal | null;
  size?: string | number;
  /** Something within is to be filled in before the name, and has the keyboard. */
  fieldsFirst?: boolean;
  /** Receives what was typed, so that the dispatcher can check it too. */
  onConfirm: (typed: string) => unknown;
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
  reference,
  danger,
  busy,
  refusal,
  size,
  fieldsFirst = false,
  onConfirm,
  onClose,
  children,
}: ConfirmDialogProps) {
  const [value, setValue] = useState("");
  useEffect(() => {
    if (opened) setValue("");
  }, [opened]);
  // Whether it was typed rightly is the dispatcher's to say: it asks once more when the button is pressed.
  const asked = typed !== undefined && value.trim() !== "";
  const name = useCall(
    "check_typed_name",
    { name: typed ?? "", reference, typed: value },
    { enabled: asked },
  );
  const ready = typed === undefined || (asked && name.data?.fits === true);
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
      // A name typed as a safety catch is nothing to keep; what is asked before it is.
      dirty={fieldsFirst ? undefined : false}
      submitDisabled={!ready}
      onSubmit={() => onConfirm(value)}
      onClose={onClose}
    >
      {children}
      {typed !== undefined && (
        <TextInput
          label={
            reference
              ? text("common.typeEitherToConfirm", { name: typed, reference })
              : text("common.typeToConfirm", { name: typed })
          }
          value={value}
          onChange={(event) => setValue(event.currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus={!fieldsFirst || undefined}
        />
      )}
    </DialogForm>
  );
}

import { useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { RECOVERY_KEY_LENGTH } from "@/bindings/constants";
import { DialogForm } from "@/components/DialogForm";
import { useChange } from "@/lib/api";
import { keyCharacters } from "@/lib/recoveryKey";
import { text } from "@/lib/texts";
import { RecoveryKeyField } from "./RecoveryKeyField";

interface TypeKeyDialogProps {
  opened: boolean;
  onClose: () => void;
  onConfirmed: (startup: StartupView) => void;
}

/**
 * Types a new key back from its sheet as a whole: by then the program has forgotten it, so that two
 * groups would prove nothing.
 */
export function TypeKeyDialog({ opened, onClose, onConfirmed }: TypeKeyDialogProps) {
  const [key, setKey] = useState("");
  const leave = () => {
    setKey("");
    confirm.reset();
  };
  const confirm = useChange("confirm_recovery_key", {
    onSuccess: (startup) => {
      leave();
      onConfirmed(startup);
    },
  });
  const wrong = confirm.error?.fields.recovery_key;
  return (
    <DialogForm
      opened={opened}
      title={text("startup.typeKeyTitle")}
      submitLabel={text("startup.finish")}
      busy={confirm.isPending}
      refusal={wrong ? null : confirm.error}
      submitDisabled={keyCharacters(key) < RECOVERY_KEY_LENGTH}
      onSubmit={() => confirm.mutate({ recovery_key: key })}
      onClose={() => {
        leave();
        onClose();
      }}
    >
      <p>{text("startup.typeKeyWords")}</p>
      <RecoveryKeyField value={key} error={wrong} onChange={setKey} />
    </DialogForm>
  );
}

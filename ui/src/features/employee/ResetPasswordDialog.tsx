import { useState } from "react";
import type { EmployeeView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { PasswordField } from "@/components/PasswordField";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";

interface ResetPasswordDialogProps {
  employee: EmployeeView;
  onClose: () => void;
}

/** Gives an employee who forgot it a new password. */
export function ResetPasswordDialog({ employee, onClose }: ResetPasswordDialogProps) {
  const [password, setPassword] = useState("");
  const reset = useChange("reset_password", {
    onSuccess: () => {
      notifyDone(text("employee.passwordReset", { name: employee.name }));
      onClose();
    },
  });
  const wrong = reset.error?.fields.new_password;
  return (
    <DialogForm
      opened
      title={text("employee.resetPasswordTitle", { name: employee.name })}
      submitLabel={text("employee.resetPassword")}
      size={420}
      busy={reset.isPending}
      refusal={wrong ? null : reset.error}
      submitDisabled={password === ""}
      onClose={onClose}
      onSubmit={() => reset.mutate({ id: employee.id, new_password: password })}
    >
      <PasswordField
        label={text("sign_in.newPassword")}
        description={text("employee.passwordHint")}
        strength
        own={[employee.name, employee.login]}
        value={password}
        error={wrong}
        data-autofocus
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

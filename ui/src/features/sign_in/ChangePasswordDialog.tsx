import { useForm } from "@mantine/form";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { PasswordField } from "@/components/PasswordField";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";

const FIELDS = ["current", "new"];

/** The signed-in employee's own password. */
export function ChangePasswordDialog({
  opened,
  onClose,
}: {
  opened: boolean;
  onClose: () => void;
}) {
  const { employee } = useSession();
  const form = useForm({
    initialValues: { current: "", new: "", again: "" },
    validate: {
      current: (value) => (value === "" ? text("sign_in.passwordNeeded") : null),
      new: (value) => (value === "" ? text("sign_in.passwordNeeded") : null),
      again: (value, values) => (value === values.new ? null : text("sign_in.passwordsDiffer")),
    },
  });
  const close = () => {
    form.reset();
    change.reset();
    onClose();
  };
  const change = useChange("change_own_password", {
    onSuccess: () => {
      notifyDone(text("sign_in.passwordChanged"));
      close();
    },
    onError: (refusal) => {
      const errors = fieldErrors(refusal, FIELDS);
      if (refusal.code === "wrong_password") errors.current = refusal.message;
      form.setErrors(errors);
    },
  });
  const inline =
    change.error &&
    (change.error.code === "wrong_password" ||
      Object.keys(fieldErrors(change.error, FIELDS)).length > 0);
  return (
    <DialogForm
      opened={opened}
      title={text("sign_in.changePassword")}
      size={400}
      busy={change.isPending}
      refusal={inline ? null : change.error}
      onClose={close}
      onSubmit={() => {
        if (form.validate().hasErrors) return;
        const { current, new: chosen } = form.getValues();
        change.mutate({ current, new: chosen });
      }}
    >
      <PasswordField
        label={text("sign_in.presentPassword")}
        data-autofocus
        {...form.getInputProps("current")}
      />
      <PasswordField
        label={text("sign_in.newPassword")}
        strength
        own={[employee.name, employee.login]}
        {...form.getInputProps("new")}
      />
      <PasswordField label={text("sign_in.newPasswordAgain")} {...form.getInputProps("again")} />
    </DialogForm>
  );
}

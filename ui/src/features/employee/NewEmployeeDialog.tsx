import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { Right } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { PasswordField } from "@/components/PasswordField";
import shared from "@/components/shared.module.css";
import { useCall, useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { proposedLogin } from "@/lib/login";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { RightsField } from "./RightsField";
import { reachOf } from "./reach";

const FIELDS = ["name", "login", "password", "rights"];

/** A new employee with a first password; without rights beyond the counter until they are ticked. */
export function NewEmployeeDialog({ onClose }: { onClose: () => void }) {
  const { rights } = useSession();
  const everyone = useCall("list_employees", {});
  const reach = reachOf(rights, everyone.data);
  const form = useForm({
    initialValues: { name: "", login: "", password: "", rights: [] as Right[] },
    validate: {
      name: (name) => (name.trim() === "" ? text("employee.nameNeeded") : null),
      login: (login) => (login.trim() === "" ? text("employee.loginNeeded") : null),
      password: (password) => (password === "" ? text("employee.passwordNeeded") : null),
    },
  });
  const create = useChange("create_employee", {
    onSuccess: (employee) => {
      notifyDone(text("employee.created", { name: employee.name }));
      onClose();
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, FIELDS)),
  });
  const inline = create.error && Object.keys(fieldErrors(create.error, FIELDS)).length > 0;
  return (
    <DialogForm
      opened
      title={text("employee.newTitle")}
      size={600}
      busy={create.isPending}
      refusal={inline ? null : create.error}
      onClose={onClose}
      onSubmit={() => {
        if (!form.validate().hasErrors) create.mutate(form.getValues());
      }}
    >
      <div className={shared.pair}>
        <TextInput
          label={text("employee.name")}
          required
          autoComplete="off"
          data-autofocus
          {...form.getInputProps("name")}
          onBlur={() => {
            const { name, login } = form.getValues();
            if (login === "") form.setFieldValue("login", proposedLogin(name));
          }}
        />
        <TextInput
          label={text("employee.login")}
          required
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("login")}
        />
      </div>
      <PasswordField
        label={text("employee.password")}
        required
        description={text("employee.passwordHint")}
        strength
        own={[form.values.name, form.values.login]}
        {...form.getInputProps("password")}
      />
      <RightsField
        value={form.values.rights}
        reasonOf={reach.right}
        error={form.errors.rights as string | undefined}
        onChange={(rights) => form.setFieldValue("rights", rights)}
      />
    </DialogForm>
  );
}

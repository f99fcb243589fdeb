import { Button, Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { EmployeeView } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { ResetPasswordDialog } from "./ResetPasswordDialog";
import { RightsField } from "./RightsField";
import { reachOf } from "./reach";

const FIELDS = ["name", "login", "rights", "active"];

interface EmployeeDialogProps {
  employee: EmployeeView;
  everyone: readonly EmployeeView[];
  /** Why the record may only be read, or null. */
  missing: string | null;
  onClose: () => void;
}

/** One employee's record: name, login, rights, whether they may sign in, a new password. */
export function EmployeeDialog({ employee, everyone, missing, onClose }: EmployeeDialogProps) {
  const { rights: held } = useSession();
  const reach = reachOf(held, everyone);
  const locked = missing ?? reach.employee(employee);
  const [resetting, setResetting] = useState(false);
  const [deactivating, setDeactivating] = useState(false);
  const form = useForm({
    initialValues: { name: employee.name, login: employee.login, rights: employee.rights },
    validate: {
      name: (name) => (name.trim() === "" ? text("employee.nameNeeded") : null),
      login: (login) => (login.trim() === "" ? text("employee.loginNeeded") : null),
    },
  });
  const update = useChange("update_employee", {
    onSuccess: (saved) => {
      notifyDone(text("employee.saved", { name: saved.name }));
      onClose();
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, FIELDS)),
  });
  const save = (active: boolean) =>
    update.mutate({
      id: employee.id,
      version: employee.version,
      active,
      ...form.getValues(),
    });
  const errors = update.error ? fieldErrors(update.error, FIELDS) : {};
  const inline = Object.keys(errors).some((field) => field !== "active");

  if (resetting) {
    return <ResetPasswordDialog employee={employee} onClose={() => setResetting(false)} />;
  }
  if (deactivating) {
    return (
      <ConfirmDialog
        opened
        title={text("employee.deactivateTitle", { name: employee.name })}
        confirmLabel={text("employee.deactivate")}
        danger
        busy={update.isPending}
        refusal={update.error}
        onConfirm={() => save(false)}
        onClose={() => {
          setDeactivating(false);
          update.reset();
        }}
      >
        <p>{text("employee.deactivateWords", { name: employee.name })}</p>
      </ConfirmDialog>
    );
  }
  return (
    <DialogForm
      opened
      title={employee.name}
      size={600}
      busy={update.isPending}
      refusal={inline ? null : update.error}
      submitDisabled={locked !== null || !form.isDirty()}
      onClose={onClose}
      onSubmit={() => {
        if (!form.validate().hasErrors) save(employee.active);
      }}
      aside={
        <Group gap={8}>
          <WithReason reason={locked ?? (employee.is_self ? text("employee.ownPassword") : null)}>
            <Button variant="default" onClick={() => setResetting(true)}>
              {text("employee.resetPassword")}
            </Button>
          </WithReason>
          {!employee.is_self && (
            <WithReason reason={locked ?? (form.isDirty() ? text("employee.saveFirst") : null)}>
              {employee.active ? (
                <Button variant="subtle" color="red" onClick={() => setDeactivating(true)}>
                  {text("employee.deactivate")}
                </Button>
              ) : (
                <Button variant="subtle" onClick={() => save(true)}>
                  {text("employee.activate")}
                </Button>
              )}
            </WithReason>
          )}
        </Group>
      }
    >
      <div className={shared.pair}>
        <WithReason reason={locked} block>
          <TextInput
            label={text("employee.name")}
            autoComplete="off"
            {...form.getInputProps("name")}
          />
        </WithReason>
        <WithReason reason={locked} block>
          <TextInput
            label={text("employee.login")}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("login")}
          />
        </WithReason>
      </div>
      <RightsField
        value={form.values.rights}
        reasonOf={(right) =>
          locked ?? (employee.is_self ? text("employee.ownRights") : reach.right(right))
        }
        error={errors.rights}
        onChange={(rights) => form.setFieldValue("rights", rights)}
      />
    </DialogForm>
  );
}

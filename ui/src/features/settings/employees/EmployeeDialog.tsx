import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { EmployeeView } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { text } from "@/lib/texts";
import classes from "../Settings.module.css";
import { ResetPasswordDialog } from "./ResetPasswordDialog";
import { RightsField } from "./RightsField";

const FIELDS = ["name", "login", "rights", "active"];

interface EmployeeDialogProps {
  employee: EmployeeView;
  /** Why the record may only be read, or null. */
  missing: string | null;
  onClose: () => void;
}

/** One employee's record: name, login, rights, whether they may sign in, a new password. */
export function EmployeeDialog({ employee, missing, onClose }: EmployeeDialogProps) {
  const [resetting, setResetting] = useState(false);
  const [deactivating, setDeactivating] = useState(false);
  const form = useForm({
    initialValues: { name: employee.name, login: employee.login, rights: employee.rights },
    validate: {
      name: (name) => (name.trim() === "" ? text("settings.nameNeeded") : null),
      login: (login) => (login.trim() === "" ? text("settings.loginNeeded") : null),
    },
  });
  const update = useChange("update_employee", {
    onSuccess: (saved) => {
      notifyDone(text("settings.employeeSaved", { name: saved.name }));
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
        title={text("settings.deactivateTitle", { name: employee.name })}
        confirmLabel={text("settings.deactivate")}
        danger
        busy={update.isPending}
        refusal={update.error}
        onConfirm={() => save(false)}
        onClose={() => {
          setDeactivating(false);
          update.reset();
        }}
      >
        <p>{text("settings.deactivateWords", { name: employee.name })}</p>
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
      submitDisabled={missing !== null || !form.isDirty()}
      onClose={onClose}
      onSubmit={() => {
        if (!form.validate().hasErrors) save(employee.active);
      }}
      aside={
        <div className={classes.buttons}>
          <WithReason reason={missing}>
            <Button variant="default" onClick={() => setResetting(true)}>
              {text("settings.resetPassword")}
            </Button>
          </WithReason>
          {!employee.is_self && (
            <WithReason reason={missing}>
              {employee.active ? (
                <Button variant="subtle" color="red" onClick={() => setDeactivating(true)}>
                  {text("settings.deactivate")}
                </Button>
              ) : (
                <Button variant="subtle" onClick={() => save(true)}>
                  {text("settings.activate")}
                </Button>
              )}
            </WithReason>
          )}
        </div>
      }
    >
      <div className={classes.pair}>
        <WithReason reason={missing} block>
          <TextInput
            label={text("settings.employeeName")}
            autoComplete="off"
            {...form.getInputProps("name")}
          />
        </WithReason>
        <WithReason reason={missing} block>
          <TextInput
            label={text("settings.employeeLogin")}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps("login")}
          />
        </WithReason>
      </div>
      <RightsField
        value={form.values.rights}
        missing={missing}
        error={errors.rights}
        onChange={(rights) => form.setFieldValue("rights", rights)}
      />
    </DialogForm>
  );
}

import { Button, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { Avatar } from "@/components/Avatar";
import { FormRefusal } from "@/components/Notice";
import { PasswordField } from "@/components/PasswordField";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { call } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./SignIn.module.css";
import { useIdleLock } from "./useIdleLock";

const FIELDS = ["current", "new"];

interface ChoosePasswordProps {
  startup: StartupView;
  /** The password is the employee’s own now. */
  onDone: () => void;
  onLock: () => void;
  /** Signs out again; Esc does it too. */
  onLeave: () => void;
}

/** Somebody else set the password: its owner chooses one of their own before anything else. */
export function ChoosePassword({ startup, onDone, onLock, onLeave }: ChoosePasswordProps) {
  const employee = startup.employees.find((tile) => tile.id === startup.locked_employee_id);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useIdleLock(startup.idle_minutes, onLock);
  const form = useForm({
    initialValues: { current: "", new: "", again: "" },
    validate: {
      current: (value) => (value === "" ? text("sign_in.passwordNeeded") : null),
      new: (value) => (value === "" ? text("sign_in.passwordNeeded") : null),
      again: (value, values) => (value === values.new ? null : text("sign_in.passwordsDiffer")),
    },
  });
  const own = employee ? [employee.name, employee.login] : [];

  const submit = form.onSubmit(async ({ current, new: chosen }) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await call("change_own_password", { current, new: chosen });
      onDone();
    } catch (cause) {
      const refused = Refusal.from(cause);
      const errors = fieldErrors(refused, FIELDS);
      // What was typed stays, so that only what is wrong has to be typed again.
      const wrong = FIELDS.find((field) => errors[field]);
      if (wrong) {
        form.setErrors(errors);
        form.getInputNode(wrong)?.focus();
      } else setRefusal(refused);
      setBusy(false);
    }
  });

  return (
    <Stage
      foot={
        <>
          <span>{text("sign_in.workstation", { name: startup.workstation_name })}</span>
          <span>{text("sign_in.version", { version: startup.version })}</span>
        </>
      }
    >
      <Stack gap={0} align="center" w="100%">
        <section
          className={`${shared.panel} ${classes.panel}`}
          aria-label={text("sign_in.chooseOwn")}
          onKeyDown={(event) => {
            if (event.key === "Escape") onLeave();
          }}
        >
          {employee && <Avatar initials={employee.initials} colour={employee.colour} size={64} />}
          <h1 className={classes.name}>{text("sign_in.chooseOwn")}</h1>
          <p className={classes.lockedWords}>{text("sign_in.chooseOwnWords")}</p>
          <form className={classes.form} onSubmit={submit} noValidate>
            <Stack gap={12}>
              <PasswordField
                label={text("sign_in.givenPassword")}
                autoFocus
                {...form.getInputProps("current")}
              />
              <PasswordField
                label={text("sign_in.newPassword")}
                strength
                own={own}
                {...form.getInputProps("new")}
              />
              <PasswordField
                label={text("sign_in.newPasswordAgain")}
                {...form.getInputProps("again")}
              />
              <FormRefusal refusal={refusal} />
              <Button type="submit" fullWidth loading={busy}>
                {text("sign_in.chooseAndGoOn")}
              </Button>
            </Stack>
          </form>
          <Button variant="subtle" onClick={onLeave}>
            {text("sign_in.notNow")}
          </Button>
        </section>
      </Stack>
    </Stage>
  );
}

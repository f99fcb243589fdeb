import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import type { SessionView, StartupView } from "@/bindings/commands";
import { Avatar } from "@/components/Avatar";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { call } from "@/lib/api";
import { text } from "@/lib/texts";
import { PasswordForm } from "./PasswordForm";
import { SignIn } from "./SignIn";
import classes from "./SignIn.module.css";

interface LockProps {
  startup: StartupView;
  /** Ends when the product stands. */
  onSession: (session: SessionView) => Promise<unknown>;
}

/** The locked workstation: its employee comes back with the password, or another one signs in. */
export function Lock({ startup, onSession }: LockProps) {
  const [switching, setSwitching] = useState(false);
  const employee = startup.employees.find((tile) => tile.id === startup.locked_employee_id);
  if (switching || !employee) return <SignIn startup={startup} onSession={onSession} />;
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
        <section className={`${shared.panel} ${classes.panel}`} aria-label={text("sign_in.locked")}>
          <Avatar initials={employee.initials} colour={employee.colour} size={64} />
          <h1 className={classes.name}>{employee.name}</h1>
          <p className={classes.lockedWords}>{text("sign_in.locked")}</p>
          <PasswordForm
            label={text("sign_in.unlock")}
            send={async (password) => onSession(await call("unlock", { password }))}
          />
          <Button variant="subtle" onClick={() => setSwitching(true)}>
            {text("sign_in.switchEmployee")}
          </Button>
        </section>
      </Stack>
    </Stage>
  );
}

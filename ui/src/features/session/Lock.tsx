import { Button } from "@mantine/core";
import { useState } from "react";
import type { SessionView, StartupView } from "@/bindings/commands";
import { Avatar } from "@/components/Avatar";
import { call } from "@/lib/api";
import { text } from "@/lib/texts";
import { PasswordForm } from "./PasswordForm";
import { SignIn } from "./SignIn";
import classes from "./SignIn.module.css";
import { Stage } from "./Stage";

interface LockProps {
  startup: StartupView;
  onSession: (session: SessionView) => void;
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
          <span>{text("session.workstation", { name: startup.workstation_name })}</span>
          <span>{text("session.version", { version: startup.version })}</span>
        </>
      }
    >
      <div className={classes.column}>
        <section className={classes.panel} aria-label={text("session.locked")}>
          <Avatar initials={employee.initials} colour={employee.colour} size={64} />
          <h1 className={classes.name}>{employee.name}</h1>
          <p className={classes.lockedWords}>{text("session.locked")}</p>
          <PasswordForm
            label={text("session.unlock")}
            send={async (password) => onSession(await call("unlock", { password }))}
          />
          <Button variant="subtle" onClick={() => setSwitching(true)}>
            {text("session.switchEmployee")}
          </Button>
        </section>
      </div>
    </Stage>
  );
}

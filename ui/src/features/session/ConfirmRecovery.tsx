import { Button } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import type { SessionView, StartupView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";
import { SignIn } from "./SignIn";
import { Stage } from "./Stage";

interface ConfirmRecoveryProps {
  startup: StartupView;
  onSession: (session: SessionView) => void;
}

/**
 * A recovery key was shown and the window left before it was typed back. It was shown once and is
 * kept nowhere in readable form, so a manager has to make a new one; customers' data waits for that.
 */
export function ConfirmRecovery({ startup, onSession }: ConfirmRecoveryProps) {
  const [signingIn, setSigningIn] = useState(false);
  if (signingIn) return <SignIn startup={startup} onSession={onSession} />;
  return (
    <Stage foot={<span>{text("session.version", { version: startup.version })}</span>}>
      <section className={classes.failure} aria-labelledby="unconfirmed-title">
        <div className={classes.icon} aria-hidden="true">
          <IconKey size={24} />
        </div>
        <h1 id="unconfirmed-title">{text("session.keyUnconfirmedTitle")}</h1>
        <p>{text("session.keyUnconfirmedWords")}</p>
        <div className={classes.buttons}>
          <Button onClick={() => setSigningIn(true)}>{text("session.signIn")}</Button>
        </div>
      </section>
    </Stage>
  );
}

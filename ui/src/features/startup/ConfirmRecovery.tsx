import { Button } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { Stage } from "@/components/Stage";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";

interface ConfirmRecoveryProps {
  startup: StartupView;
  /** Where a manager goes on to; signing in belongs to another noun. */
  signIn: ReactNode;
}

/**
 * A recovery key was shown and the window left before it was typed back. It was shown once and is
 * kept nowhere in readable form, so a manager has to make a new one; customers' data waits for that.
 */
export function ConfirmRecovery({ startup, signIn }: ConfirmRecoveryProps) {
  const [signingIn, setSigningIn] = useState(false);
  if (signingIn) return signIn;
  return (
    <Stage foot={<span>{text("sign_in.version", { version: startup.version })}</span>}>
      <section className={classes.failure} aria-labelledby="unconfirmed-title">
        <div className={classes.icon} aria-hidden="true">
          <IconKey size={24} />
        </div>
        <h1 id="unconfirmed-title">{text("startup.keyUnconfirmedTitle")}</h1>
        <p>{text("startup.keyUnconfirmedWords")}</p>
        <div className={classes.buttons}>
          <Button onClick={() => setSigningIn(true)}>{text("sign_in.signIn")}</Button>
        </div>
      </section>
    </Stage>
  );
}

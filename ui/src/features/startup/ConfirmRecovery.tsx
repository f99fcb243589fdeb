import { Button, Group } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { IconBox } from "@/components/IconBox";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
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
      <section className={`${shared.panel} ${classes.failure}`} aria-labelledby="unconfirmed-title">
        <IconBox tone="warn">
          <IconKey size={24} />
        </IconBox>
        <h1 id="unconfirmed-title">{text("startup.keyUnconfirmedTitle")}</h1>
        <p>{text("startup.keyUnconfirmedWords")}</p>
        <Group gap={8} mt={16}>
          <Button onClick={() => setSigningIn(true)}>{text("sign_in.signIn")}</Button>
        </Group>
      </section>
    </Stage>
  );
}

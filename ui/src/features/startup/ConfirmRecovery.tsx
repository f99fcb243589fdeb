import { Button, Group, Stack } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { IconBox } from "@/components/IconBox";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";
import { PrintSheet } from "./PrintSheet";
import { TypeBack } from "./TypeBack";

interface ConfirmRecoveryProps {
  startup: StartupView;
  /** Where a manager goes on to; signing in belongs to another noun. */
  signIn: ReactNode;
  onStartup: (startup: StartupView) => void;
}

/**
 * The dealership was set up here, and the window left before its recovery key was typed back. The
 * program has the key until somebody signs in: it is printed again, or typed back from the paper.
 * It is not shown, because nobody knows who stands at the screen by now.
 */
export function ConfirmRecovery({ startup, signIn, onStartup }: ConfirmRecoveryProps) {
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
        {startup.asked_groups && (
          <>
            <Stack gap={12}>
              <PrintSheet />
            </Stack>
            <h2>{text("startup.typeBackTitle")}</h2>
            <TypeBack asked={startup.asked_groups} onConfirmed={onStartup} />
          </>
        )}
        <h2>{text("startup.keyNotToHand")}</h2>
        <p>{text("startup.keyNotToHandWords")}</p>
        <Group gap={8}>
          <Button variant="default" onClick={() => setSigningIn(true)}>
            {text("sign_in.signIn")}
          </Button>
        </Group>
      </section>
    </Stage>
  );
}

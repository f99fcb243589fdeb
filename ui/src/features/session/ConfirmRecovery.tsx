import { Button } from "@mantine/core";
import { useState } from "react";
import type { SessionView, StartupView } from "@/bindings/commands";
import { FormRefusal } from "@/components/Notice";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import failure from "./Failure.module.css";
import { RecoveryKeySteps } from "./RecoveryKeySteps";
import { SignIn } from "./SignIn";
import { Stage } from "./Stage";

interface ConfirmRecoveryProps {
  startup: StartupView;
  onStartup: (startup: StartupView) => void;
  onSession: (session: SessionView) => void;
}

/**
 * Set-up was left before the recovery key was typed back. The key was shown once and is kept
 * nowhere, so a new one is made; customers' data waits until that one is confirmed. When nobody is
 * signed in any more, the manager of the set-up signs in first.
 */
export function ConfirmRecovery({ startup, onStartup, onSession }: ConfirmRecoveryProps) {
  const [signingIn, setSigningIn] = useState(false);
  const renew = useChange("renew_recovery_key", {
    onError: (refusal) => {
      if (refusal.code === "signed_out" || refusal.code === "locked") setSigningIn(true);
    },
  });
  if (signingIn) return <SignIn startup={startup} onSession={onSession} />;
  return (
    <Stage foot={<span>{text("session.version", { version: startup.version })}</span>}>
      <section className={failure.failure}>
        {renew.data ? (
          <RecoveryKeySteps issued={renew.data} onConfirmed={onStartup} />
        ) : (
          <>
            <h1>{text("session.keyUnconfirmedTitle")}</h1>
            <p>{text("session.keyUnconfirmedWords")}</p>
            <FormRefusal refusal={renew.error} />
            <div className={failure.buttons}>
              <Button onClick={() => renew.mutate({})} loading={renew.isPending}>
                {text("session.makeNewKey")}
              </Button>
            </div>
          </>
        )}
      </section>
    </Stage>
  );
}

import { Button } from "@mantine/core";
import { FormRefusal } from "@/components/Notice";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import failure from "./Failure.module.css";
import { RecoveryKeySteps } from "./RecoveryKeySteps";
import { Stage } from "./Stage";

/**
 * What stands before the product while the recovery key was not typed back: customers' data waits
 * until it was. Confirming drops the cached session, and with the fresh one the product opens.
 */
export function SignedInRecovery() {
  const renew = useChange("renew_recovery_key");
  return (
    <Stage>
      <section className={failure.failure}>
        {renew.data ? (
          <RecoveryKeySteps issued={renew.data} onConfirmed={() => undefined} />
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

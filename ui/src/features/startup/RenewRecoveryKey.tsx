import { Button, Modal } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf } from "@/lib/settings";
import { text } from "@/lib/texts";
import { RecoveryKeySteps } from "./RecoveryKeySteps";

/** A new recovery key, printed and typed back like the first one. */
export function RenewRecoveryKey() {
  const missing = useMissingRight("renew_recovery_key");
  const [asking, setAsking] = useState(false);
  const renew = useChange("renew_recovery_key", { onSuccess: () => setAsking(false) });
  const issued = renew.data;
  return (
    <>
      <Card title={text("startup.recoveryKey")} hint={text("startup.recoveryHint")}>
        <div {...placeOf("recovery")}>
          <WithReason reason={missing}>
            <Button
              variant="default"
              leftSection={<IconKey size={16} />}
              onClick={() => setAsking(true)}
            >
              {text("startup.renew")}
            </Button>
          </WithReason>
        </div>
      </Card>
      <ConfirmDialog
        opened={asking}
        title={text("startup.renewTitle")}
        confirmLabel={text("startup.renew")}
        busy={renew.isPending}
        refusal={renew.error}
        onConfirm={() => renew.mutate({})}
        onClose={() => {
          setAsking(false);
          renew.reset();
        }}
      >
        <p>{text("startup.renewWords")}</p>
        <Notice>{text("startup.recoveryBackups")}</Notice>
      </ConfirmDialog>
      <Modal
        opened={issued !== undefined}
        onClose={renew.reset}
        size={620}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        aria-label={text("startup.recoveryKey")}
      >
        {issued && (
          <RecoveryKeySteps
            issued={issued}
            level={2}
            onConfirmed={() => {
              renew.reset();
              notifyDone(text("startup.recoveryDone"));
            }}
          />
        )}
      </Modal>
    </>
  );
}

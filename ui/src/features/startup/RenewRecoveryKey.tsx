import { Button, Group, Modal, Stack } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { useEscape } from "@/components/useEscape";
import { useFocusBack } from "@/components/useFocusBack";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight, useSession } from "@/lib/session";
import { placeOf } from "@/lib/settings";
import { text } from "@/lib/texts";
import { RecoveryKeySteps } from "./RecoveryKeySteps";
import { TypeKeyDialog } from "./TypeKeyDialog";

/**
 * A new recovery key, printed and typed back like the first one. Until then the sheet before it opens
 * the dealership, so it may be left for later, and lost without harm.
 */
export function RenewRecoveryKey() {
  const missing = useMissingRight("renew_recovery_key");
  const { recovery_waiting, recovery_confirmed } = useSession();
  const [asking, setAsking] = useState(false);
  const [typing, setTyping] = useState(false);
  const renew = useChange("renew_recovery_key", { onSuccess: () => setAsking(false) });
  const issued = renew.data;
  useFocusBack(issued !== undefined);
  const unconfirmed = recovery_waiting || !recovery_confirmed;
  const done = () => {
    renew.reset();
    setTyping(false);
    notifyDone(text("startup.recoveryDone"));
  };
  useEscape(issued !== undefined, renew.reset);
  return (
    <>
      <Card title={text("startup.recoveryKey")} hint={text("startup.recoveryHint")}>
        <Stack gap={12}>
          {unconfirmed && (
            <Notice tone="warn" title={text("startup.keyUnconfirmedTitle")}>
              {text(recovery_waiting ? "startup.keyWaits" : "startup.firstKeyWaits")}
            </Notice>
          )}
          <Group gap={8} {...placeOf("recovery")}>
            <WithReason reason={missing}>
              <Button
                variant="default"
                leftSection={<IconKey size={16} />}
                onClick={() => setAsking(true)}
              >
                {text("startup.renew")}
              </Button>
            </WithReason>
            {unconfirmed && (
              <WithReason reason={missing}>
                <Button variant="default" onClick={() => setTyping(true)}>
                  {text("startup.typeKey")}
                </Button>
              </WithReason>
            )}
          </Group>
        </Stack>
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
      <TypeKeyDialog opened={typing} onClose={() => setTyping(false)} onConfirmed={done} />
      <Modal
        opened={issued !== undefined}
        onClose={renew.reset}
        size={620}
        withCloseButton={false}
        closeOnEscape={false}
        closeOnClickOutside={false}
        title={text("startup.recoveryKey")}
      >
        {issued && (
          <RecoveryKeySteps issued={issued} level={2} onConfirmed={done} onLater={renew.reset} />
        )}
      </Modal>
    </>
  );
}

import { Button, Modal } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { RecoveryKeySteps } from "@/features/session/RecoveryKeySteps";
import { SectionPage } from "@/features/settings/SectionPage";
import { sections } from "@/features/settings/sections";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Settings > Emergency recovery: a new recovery key, printed and typed back like the first one. */
export function EmergencyRecovery() {
  const missing = useMissingRight("change_gdpr_option");
  const [asking, setAsking] = useState(false);
  const renew = useChange("renew_recovery_key", { onSuccess: () => setAsking(false) });
  const issued = renew.data;
  return (
    <SectionPage section={sections.recovery}>
      <Card title={text("session.recoveryKey")} hint={text("settings.recoveryHint")}>
        <div data-setting={text("settings.recovery")}>
          <WithReason reason={missing}>
            <Button
              variant="default"
              leftSection={<IconKey size={16} />}
              onClick={() => setAsking(true)}
            >
              {text("settings.recoveryRenew")}
            </Button>
          </WithReason>
        </div>
      </Card>
      <ConfirmDialog
        opened={asking}
        title={text("settings.recoveryRenewTitle")}
        confirmLabel={text("settings.recoveryRenew")}
        busy={renew.isPending}
        refusal={renew.error}
        onConfirm={() => renew.mutate({})}
        onClose={() => {
          setAsking(false);
          renew.reset();
        }}
      >
        <p>{text("settings.recoveryRenewWords")}</p>
        <Notice>{text("settings.recoveryBackups")}</Notice>
      </ConfirmDialog>
      <Modal
        opened={issued !== undefined}
        onClose={renew.reset}
        size={620}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        aria-label={text("session.recoveryKey")}
      >
        {issued && (
          <RecoveryKeySteps
            issued={issued}
            level={2}
            onConfirmed={() => {
              renew.reset();
              notifyDone(text("settings.recoveryDone"));
            }}
          />
        )}
      </Modal>
    </SectionPage>
  );
}

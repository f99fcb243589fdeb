import { Button } from "@mantine/core";
import { IconFileDownload } from "@tabler/icons-react";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Exports the whole Report Audit; that too becomes a line of it. */
export function ReportAuditExport() {
  const missing = useMissingRight("access_settings");
  const save = useChange("export_report_audit", {
    onSuccess: notifyHandedOver,
    onError: notifyRefusal,
  });
  return (
    <WithReason reason={missing}>
      <Button
        variant="default"
        leftSection={<IconFileDownload size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate({})}
      >
        {text("common.export")}
      </Button>
    </WithReason>
  );
}

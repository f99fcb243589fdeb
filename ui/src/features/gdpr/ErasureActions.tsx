import { Button } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Exports the list of erasures as it is filtered; audited like every export. */
export function ErasureActions({ workstation }: { workstation: string | null }) {
  const missing = useMissingRight("export_reports");
  const exporting = useChange("export_erasures", {
    onSuccess: notifyHandedOver,
    onError: notifyRefusal,
  });
  return (
    <WithReason reason={missing}>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={15} />}
        loading={exporting.isPending}
        onClick={() => exporting.mutate({ workstation })}
      >
        {text("gdpr.exportCsv")}
      </Button>
    </WithReason>
  );
}

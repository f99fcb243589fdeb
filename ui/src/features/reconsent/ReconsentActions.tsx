import { Button } from "@mantine/core";
import { IconFileSpreadsheet, IconPrinter } from "@tabler/icons-react";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Prints or exports the whole list; audited like every report. */
export function ReconsentActions() {
  const missing = useMissingRight("export_reports");
  const told = { onSuccess: notifyHandedOver, onError: notifyRefusal };
  const print = useChange("print_reconsent", told);
  const exporting = useChange("export_reconsent", told);
  return (
    <>
      <WithReason reason={missing}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} />}
          loading={print.isPending}
          onClick={() => print.mutate({})}
        >
          {text("reconsent.printList")}
        </Button>
      </WithReason>
      <WithReason reason={missing}>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={15} />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate({})}
        >
          {text("reconsent.exportCsv")}
        </Button>
      </WithReason>
    </>
  );
}

import { Button } from "@mantine/core";
import { IconFileSpreadsheet, IconPlus, IconPrinter } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { ContactSort } from "@/bindings/commands";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** The buttons of All Contacts: print it, export it, add to it. */
export function ListActions({ sort }: { sort: ContactSort }) {
  const navigate = useNavigate();
  const missing = useMissingRight("export_reports");
  const told = { onSuccess: notifyHandedOver, onError: notifyRefusal };
  const print = useChange("print_contacts", told);
  const exporting = useChange("export_contacts", told);
  return (
    <>
      <WithReason reason={missing}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} />}
          loading={print.isPending}
          onClick={() => print.mutate({ sort })}
        >
          {text("common.print")}
        </Button>
      </WithReason>
      <WithReason reason={missing}>
        <Button
          variant="default"
          leftSection={<IconFileSpreadsheet size={15} />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate({})}
        >
          {text("contacts.exportCsv")}
        </Button>
      </WithReason>
      <Button leftSection={<IconPlus size={15} />} onClick={() => navigate(paths.newContact())}>
        {text("contacts.newContact")}
      </Button>
    </>
  );
}

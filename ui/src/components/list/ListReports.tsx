import { Button } from "@mantine/core";
import { IconFileSpreadsheet, IconPrinter } from "@tabler/icons-react";
import type { HandedOver } from "@/bindings/commands";
import { type CommandName, type Input, type Reply, useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { notifyHandedOver, notifyRefusal } from "../notify";
import { WithReason } from "../WithReason";

/** Commands that hand a document over, audited like every report. */
type ReportCommand = {
  [Name in CommandName]: Reply<Name> extends HandedOver ? Name : never;
}[CommandName];

/** A print or an export of a whole list: the command, and what it is asked for. */
export type Report = {
  [Name in ReportCommand]: {
    as: "print" | "csv";
    command: Name;
    input: Input<Name>;
    /** Where “Print” and “Export” would not say of what. */
    label?: string;
  };
}[ReportCommand];

interface ListReportsProps {
  reports: readonly Report[];
  /** Is there nothing on the list? */
  isEmpty?: boolean;
}

/** The buttons that print and export a list, for whoever may. */
export function ListReports({ reports, isEmpty = false }: ListReportsProps) {
  return reports.map((report) => (
    <ReportButton key={report.command} report={report} isEmpty={isEmpty} />
  ));
}

function ReportButton({ report, isEmpty }: { report: Report; isEmpty: boolean }) {
  const { as, command, input, label } = report;
  const missing = useMissingRight(command);
  const nothing = isEmpty ? text("common.nothingListed") : null;
  const change = useChange<ReportCommand>(command, {
    onSuccess: (handed) => notifyHandedOver(handed),
    onError: notifyRefusal,
  });
  const Icon = as === "print" ? IconPrinter : IconFileSpreadsheet;
  return (
    <WithReason reason={missing ?? nothing}>
      <Button
        variant="default"
        leftSection={<Icon size={15} />}
        loading={change.isPending}
        onClick={() => change.mutate(input)}
      >
        {label ?? text(as === "print" ? "common.print" : "common.export")}
      </Button>
    </WithReason>
  );
}

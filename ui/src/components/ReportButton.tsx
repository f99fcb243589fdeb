import { Button } from "@mantine/core";
import { IconFileSpreadsheet, IconPrinter } from "@tabler/icons-react";
import type { HandedOver } from "@/bindings/commands";
import { type CommandName, type Input, type Reply, useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { notifyHandedOver, notifyRefusal } from "./notify";
import { WithReason } from "./WithReason";

/** Commands that hand a document over, audited like every report. */
type ReportCommand = {
  [Name in CommandName]: Reply<Name> extends HandedOver ? Name : never;
}[CommandName];

interface ReportButtonProps<Name extends ReportCommand> {
  as: "print" | "csv";
  command: Name;
  input: Input<Name>;
  label: string;
}

/** Prints or exports a whole list, for whoever may export reports. */
export function ReportButton<Name extends ReportCommand>({
  as,
  command,
  input,
  label,
}: ReportButtonProps<Name>) {
  const missing = useMissingRight("export_reports");
  const report = useChange(command, {
    onSuccess: (handed) => notifyHandedOver(handed),
    onError: notifyRefusal,
  });
  const Icon = as === "print" ? IconPrinter : IconFileSpreadsheet;
  return (
    <WithReason reason={missing}>
      <Button
        variant="default"
        leftSection={<Icon size={15} />}
        loading={report.isPending}
        onClick={() => report.mutate(input)}
      >
        {label}
      </Button>
    </WithReason>
  );
}

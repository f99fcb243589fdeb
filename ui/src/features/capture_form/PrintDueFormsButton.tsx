import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { WithReason } from "@/components/WithReason";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { usePrintForms } from "./usePrintForms";

/** Prints a prefilled form for everybody on Marketing Re-consent Needed, all into one PDF. */
export function PrintDueFormsButton({ total }: { total: number }) {
  const { print, isPrinting, dialog } = usePrintForms();
  // A whole list’s details on paper is an export, whatever it is printed on.
  const missing = useMissingRight("print_capture_forms", "input");
  return (
    <>
      <WithReason reason={missing ?? (total === 0 ? text("capture_form.noneDue") : null)}>
        <Button
          variant="default"
          leftSection={<IconPrinter size={15} />}
          loading={isPrinting}
          onClick={() => void print({ due: true, total })}
        >
          {text("capture_form.allDue")}
        </Button>
      </WithReason>
      {dialog}
    </>
  );
}

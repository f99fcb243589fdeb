import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { ContactId } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { usePrintForms } from "./usePrintForms";

/** Prints a prefilled form for each of these contacts, all into one PDF. */
export function PrintFormsButton({ ids }: { ids: ContactId[] }) {
  const { print, isPrinting, dialog } = usePrintForms();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={15} />}
        loading={isPrinting}
        onClick={() => void print({ contacts: ids })}
      >
        {text("capture_form.report")}
      </Button>
      {dialog}
    </>
  );
}

import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useId } from "react";
import type { ContactId } from "@/bindings/commands";
import shared from "@/components/shared.module.css";
import { useAsksRelease } from "@/lib/session";
import { plural } from "@/lib/texts";
import { usePrintForms } from "./usePrintForms";

/** Prints a prefilled form for each of these contacts, all into one PDF. */
export function PrintFormsButton({ ids }: { ids: ContactId[] }) {
  const { print, isPrinting, dialog } = usePrintForms();
  const asks = useAsksRelease(ids.length);
  const hint = useId();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={15} />}
        loading={isPrinting}
        aria-describedby={asks ? hint : undefined}
        onClick={() => void print({ contacts: ids })}
      >
        {plural(ids.length, "capture_form.ofTickedOne", "capture_form.ofTickedMany")}
      </Button>
      {asks && (
        <span id={hint} className={shared.hint}>
          {asks}
        </span>
      )}
      {dialog}
    </>
  );
}

import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { FormRefusal, Notice } from "@/components/Notice";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./RecoveryKeySteps.module.css";

interface PrintSheetProps {
  /** Further buttons, after the sheet was handed to the viewer and before. */
  more?: (printed: boolean) => ReactNode;
}

/** Prints the emergency sheet of the key that waits to be typed back. */
export function PrintSheet({ more }: PrintSheetProps) {
  const sheet = useChange("print_emergency_sheet");
  const handed = sheet.data;
  const printed = handed !== undefined && !handed.cancelled;
  return (
    <>
      {printed && (
        <Notice tone="good">
          {handed.opened || !handed.file || !handed.folder
            ? text("startup.sheetPrinted")
            : text("startup.sheetSaved", { file: handed.file, folder: handed.folder })}
        </Notice>
      )}
      <FormRefusal refusal={sheet.error} />
      <div className={classes.buttons}>
        <Button
          variant={printed ? "default" : "filled"}
          leftSection={<IconPrinter size={16} />}
          loading={sheet.isPending}
          onClick={() => sheet.mutate({})}
          data-autofocus
        >
          {text("startup.printSheet")}
        </Button>
        {more?.(printed)}
      </div>
    </>
  );
}

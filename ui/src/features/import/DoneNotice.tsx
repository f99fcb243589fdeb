import { Stack } from "@mantine/core";
import type { ImportLine, ImportReport } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import { plural, text } from "@/lib/texts";
import { UndoImport } from "./UndoImport";

interface DoneNoticeProps {
  report: ImportReport;
  /** The import as it stands now; absent until it was asked for. */
  line: ImportLine | undefined;
}

/** What was imported, with the way to take it back; and once it was taken back, that it was. */
export function DoneNotice({ report, line }: DoneNoticeProps) {
  const { created, restricted } = report;
  if (line?.undone) {
    return <Notice title={text("import.undoneTitle")}>{text("import.undoneWords")}</Notice>;
  }
  if (created === 0) {
    return (
      <Notice
        tone={restricted > 0 ? "good" : "plain"}
        title={
          restricted > 0
            ? plural(restricted, "import.doneRestrictedOne", "import.doneRestrictedMany")
            : text("import.doneNothing")
        }
      >
        {restricted > 0 && text("import.doneKept")}
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={plural(created, "import.doneTitleOne", "import.doneTitleMany")}>
      <Stack gap={8} align="flex-start">
        {text("import.doneWords")}
        {line && <UndoImport line={line} />}
      </Stack>
    </Notice>
  );
}

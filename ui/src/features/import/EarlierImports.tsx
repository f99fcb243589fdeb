import { Button } from "@mantine/core";
import { useState } from "react";
import type { ImportLine } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { notifyDone } from "@/components/notify";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { Refusal, useCall, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { plural, text } from "@/lib/texts";

/** What was imported before, and the way to take it back while nothing of it was changed. */
export function EarlierImports() {
  const imports = useCall("list_imports", {});
  const [undoing, setUndoing] = useState<ImportLine | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const undo = useChange("undo_import");

  const confirm = async (line: ImportLine) => {
    setRefusal(null);
    try {
      const { removed } = await undo.mutateAsync({ id: line.id });
      notifyDone(plural(removed, "import.undoneOne", "import.undoneMany"));
      setUndoing(null);
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  return (
    <Card title={text("import.earlier")}>
      {imports.error && <ErrorState refusal={imports.error} onRetry={imports.refetch} />}
      {imports.isPending && <LoadingState />}
      {imports.data?.length === 0 && <p className={shared.quiet}>{text("import.earlierNone")}</p>}
      {imports.data && imports.data.length > 0 && (
        <table className={plain.table} aria-label={text("import.earlier")}>
          <thead>
            <tr>
              <th scope="col">{text("import.file")}</th>
              <th scope="col">{text("import.when")}</th>
              <th scope="col">{text("import.by")}</th>
              <th scope="col" className={plain.number}>
                {text("import.contactsCreated")}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {imports.data.map((line) => (
              <tr key={line.id}>
                <td>
                  <bdi>{line.file_name}</bdi>
                </td>
                <td>{line.local}</td>
                <td>{line.by}</td>
                <td className={plain.number}>{count(line.created)}</td>
                <td className={plain.number}>
                  <WithReason
                    reason={
                      line.undoable
                        ? null
                        : text("import.cannotUndo", { reason: line.undo_refusal ?? "" })
                    }
                  >
                    <Button
                      variant="default"
                      size="compact-sm"
                      aria-label={text("import.undoFile", { file: line.file_name })}
                      onClick={() => {
                        setRefusal(null);
                        setUndoing(line);
                      }}
                    >
                      {text("import.undo")}
                    </Button>
                  </WithReason>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        opened={undoing !== null}
        danger
        title={text("import.undoTitle")}
        confirmLabel={text("import.undoDo")}
        busy={undo.isPending}
        refusal={refusal}
        onConfirm={() => undoing && confirm(undoing)}
        onClose={() => setUndoing(null)}
      >
        <p>
          <bdi>
            {text("import.undoWords", {
              count: count(undoing?.created ?? 0),
              file: undoing?.file_name ?? "",
            })}
          </bdi>
        </p>
      </ConfirmDialog>
    </Card>
  );
}

import { Button } from "@mantine/core";
import { useState } from "react";
import type { ImportLine } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { Refusal, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { plural, text } from "@/lib/texts";

/** The way to take an import back, with the question before it. */
export function UndoImport({ line }: { line: ImportLine }) {
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const undo = useChange("undo_import");

  const confirm = async () => {
    setRefusal(null);
    try {
      const { removed } = await undo.mutateAsync({ id: line.id });
      notifyDone(plural(removed, "import.undoneOne", "import.undoneMany"));
      setAsking(false);
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  return (
    <>
      <WithReason
        reason={
          line.undoable ? null : text("import.cannotUndo", { reason: line.undo_refusal ?? "" })
        }
      >
        <Button
          variant="default"
          size="compact-sm"
          aria-label={text("import.undoFile", { file: line.file_name })}
          onClick={() => {
            setRefusal(null);
            setAsking(true);
          }}
        >
          {text("import.undo")}
        </Button>
      </WithReason>
      <ConfirmDialog
        opened={asking}
        danger
        title={text("import.undoTitle")}
        confirmLabel={text("import.undoDo")}
        busy={undo.isPending}
        refusal={refusal}
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      >
        <p>
          <bdi>
            {text("import.undoWords", { count: count(line.created), file: line.file_name })}
          </bdi>
        </p>
      </ConfirmDialog>
    </>
  );
}

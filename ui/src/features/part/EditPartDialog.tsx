import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import type { PartView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { useDraft } from "@/components/useDraft";
import { call, useChange } from "@/lib/api";
import { fieldErrors, mergeFields } from "@/lib/forms";
import { text } from "@/lib/texts";
import { PartFields } from "./PartFields";
import { fieldsOf, PART_FIELDS } from "./partForm";

interface EditPartDialogProps {
  part: PartView;
  onClose: () => void;
}

/** Edits what is written of a part. After a conflict it goes on with the newest version, what was typed stands. */
export function EditPartDialog({ part, onClose }: EditPartDialogProps) {
  const form = useForm({ initialValues: { ...fieldsOf(part), in_stock: "" } });
  // What it was compared with: the part as it was opened, or as it was loaded again.
  const [opened, setOpened] = useState({ fields: fieldsOf(part), version: part.version });
  const draft = useDraft(`part:${part.id}`, { values: form.values, opened }, (was) => {
    form.setValues(was.values);
    setOpened(was.opened);
  });
  const update = useChange("update_part", {
    onSuccess: (saved) => {
      draft.done();
      notifyDone(text("part.saved", { number: saved.number }));
      onClose();
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, PART_FIELDS)),
  });
  const inline = update.error && Object.keys(fieldErrors(update.error, PART_FIELDS)).length > 0;
  const reload = async () => {
    const theirs = await call("get_part", { id: part.id }).catch(() => null);
    if (!theirs) return;
    const { in_stock, ...mine } = form.getValues();
    form.setValues({ ...mergeFields(opened.fields, mine, fieldsOf(theirs)), in_stock });
    setOpened({ fields: fieldsOf(theirs), version: theirs.version });
    update.reset();
  };
  return (
    <DialogForm
      opened
      title={text("part.editTitle", { number: part.number })}
      size={560}
      busy={update.isPending}
      refusal={inline ? null : update.error}
      draft={draft}
      onClose={onClose}
      aside={
        update.error?.code === "conflict" && (
          <Button variant="default" onClick={() => void reload()}>
            {text("part.conflictReload")}
          </Button>
        )
      }
      onSubmit={() => {
        const { in_stock: _, ...fields } = form.getValues();
        update.mutate({ id: part.id, version: opened.version, part: fields });
      }}
    >
      <PartFields form={form} isNew={false} />
    </DialogForm>
  );
}

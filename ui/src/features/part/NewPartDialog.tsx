import { useForm } from "@mantine/form";
import { useState } from "react";
import type { PartView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { useDraft } from "@/components/useDraft";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { text } from "@/lib/texts";
import { PartFields } from "./PartFields";
import { noPart, PART_FIELDS } from "./partForm";

interface NewPartDialogProps {
  /** The number that was typed where there was no such part. */
  number?: string;
  onCreated: (part: PartView) => void;
  onClose: () => void;
}

/** A new part. */
export function NewPartDialog({ number, onCreated, onClose }: NewPartDialogProps) {
  const form = useForm({ initialValues: { ...noPart(number), in_stock: "" } });
  // The form's own name for what it sends: sent twice, it makes one part.
  const [request] = useState(() => crypto.randomUUID());
  const draft = useDraft("part:new", form.values, (was) => form.setValues(was));
  const create = useChange("create_part", {
    onSuccess: (part) => {
      draft.done();
      notifyDone(text("part.created", { number: part.number }));
      onClose();
      onCreated(part);
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, PART_FIELDS)),
  });
  const inline = create.error && Object.keys(fieldErrors(create.error, PART_FIELDS)).length > 0;
  return (
    <DialogForm
      opened
      title={text("part.createTitle")}
      submitLabel={text("part.create")}
      size={560}
      busy={create.isPending}
      refusal={inline ? null : create.error}
      draft={draft}
      onClose={onClose}
      onSubmit={() => {
        const { in_stock, ...part } = form.getValues();
        create.mutate({ part, in_stock, request });
      }}
    >
      <PartFields form={form} isNew />
    </DialogForm>
  );
}

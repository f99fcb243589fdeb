import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** An older copy of the book was put back, or its end is lost: somebody vouches for it, with a reason (L2). */
export function RolledBackCard({ words }: { words: string }) {
  const missing = useMissingRight("accept_ledger_head");
  const form = useForm({ initialValues: { reason: "" } });
  const [asking, setAsking] = useState(false);
  const accept = useChange("accept_ledger_head", {
    onSuccess: () => {
      setAsking(false);
      notifyDone(text("setting.rolledBackAccepted"));
    },
    onError: (refusal) => {
      setAsking(false);
      form.setErrors(fieldErrors(refusal, ["reason"]));
    },
  });
  const inline = accept.error && Object.keys(fieldErrors(accept.error, ["reason"])).length > 0;
  return (
    <Card title={text("setting.rolledBack")}>
      <form className={shared.fields} noValidate onSubmit={form.onSubmit(() => setAsking(true))}>
        <Notice tone="warn">{words}</Notice>
        <span className={shared.hint}>{text("setting.rolledBackWords")}</span>
        <WithReason reason={missing} block>
          <TextInput
            label={text("setting.reason")}
            description={text("setting.reasonHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            required
            maxLength={500}
            {...form.getInputProps("reason")}
          />
        </WithReason>
        <FormRefusal refusal={inline ? null : accept.error} />
        <div>
          <WithReason reason={missing}>
            <Button type="submit" variant="default" loading={accept.isPending}>
              {text("setting.rolledBackAccept")}
            </Button>
          </WithReason>
        </div>
      </form>
      <ConfirmDialog
        opened={asking}
        title={text("setting.rolledBackConfirm")}
        confirmLabel={text("setting.rolledBackAccept")}
        danger
        busy={accept.isPending}
        onConfirm={() => accept.mutate(form.getValues())}
        onClose={() => setAsking(false)}
      >
        <p>{text("setting.rolledBackLoses")}</p>
      </ConfirmDialog>
    </Card>
  );
}

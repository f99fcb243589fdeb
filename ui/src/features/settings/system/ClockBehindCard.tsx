import { Button, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { Card } from "@/components/Card";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "../Settings.module.css";

/** A clock that once stood far ahead: somebody vouches for it, with a reason. */
export function ClockBehindCard({ words }: { words: string }) {
  const missing = useMissingRight("change_gdpr_option");
  const form = useForm({ initialValues: { reason: "" } });
  const accept = useChange("accept_clock", {
    onSuccess: () => notifyDone(text("settings.clockAccepted")),
    onError: (refusal) => form.setErrors(fieldErrors(refusal, ["reason"])),
  });
  const inline = accept.error && Object.keys(fieldErrors(accept.error, ["reason"])).length > 0;
  return (
    <Card title={text("settings.clockBehind")}>
      <form
        className={classes.fields}
        noValidate
        onSubmit={form.onSubmit((values) => accept.mutate(values))}
      >
        <Notice tone="warn">{words}</Notice>
        <span className={classes.hint}>{text("settings.clockBehindWords")}</span>
        <WithReason reason={missing} block>
          <TextInput
            label={text("settings.reason")}
            description={text("settings.reasonHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            required
            maxLength={500}
            {...form.getInputProps("reason")}
          />
        </WithReason>
        <FormRefusal refusal={inline ? null : accept.error} />
        <div>
          <WithReason reason={missing}>
            <Button type="submit" loading={accept.isPending}>
              {text("settings.clockIsRight")}
            </Button>
          </WithReason>
        </div>
      </form>
    </Card>
  );
}

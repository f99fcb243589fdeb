import { NumberInput } from "@mantine/core";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { rangeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

const KEY = "inv.due_days";

/** By when invoices are to be paid. */
export function InvoicePaymentCard({ days }: { days: number }) {
  const missing = useMissingRight("change_system_setting");
  const form = useSavedForm<{ days: number | string }>({ days });
  const title = text("setting.invoicePayment");
  const change = useChange("change_system_setting", {
    onSuccess: () => {
      form.resetDirty();
      notifyDone(text("setting.saved", { what: title }));
    },
  });
  return (
    <Card title={title}>
      <SettingForm
        what={title}
        place={KEY}
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        ready={form.values.days !== ""}
        busy={change.isPending}
        reason={missing}
        onSubmit={form.onSubmit((typed) => change.mutate({ key: KEY, value: Number(typed.days) }))}
        onUndo={() => {
          form.reset();
          change.reset();
        }}
        refusal={<FormRefusal refusal={change.error} />}
      >
        <div className={shared.short}>
          <WithReason reason={missing} block>
            <NumberInput
              label={settingLabel(KEY)}
              description={text("setting.invoicePaymentHint")}
              inputWrapperOrder={["label", "input", "description", "error"]}
              {...rangeOf(KEY)}
              allowDecimal={false}
              clampBehavior="blur"
              {...form.getInputProps("days")}
            />
          </WithReason>
        </div>
      </SettingForm>
    </Card>
  );
}

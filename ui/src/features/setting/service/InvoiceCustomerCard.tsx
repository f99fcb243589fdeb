import { Checkbox, NativeSelect } from "@mantine/core";
import type { SettingsView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

const IN_SERVICE = ["inv.service.show_tel", "inv.service.show_email"] as const;
const IN_PARTS = ["inv.parts.show_tel", "inv.parts.show_email"] as const;
const KEYS = [...IN_SERVICE, ...IN_PARTS];
type Key = (typeof KEYS)[number];

// A form takes a dot in a name for a way into it.
const field = (key: Key) => key.replaceAll(".", "_");

/** Whether telephone and email of the customer stand on invoices (D-38). */
export function InvoiceCustomerCard({ values }: { values: SettingsView["values"] }) {
  const missing = useMissingRight("change_system_setting");
  const saved = Object.fromEntries(
    KEYS.map((key) => [field(key), values[key] as boolean | string]),
  );
  const form = useSavedForm<Record<string, boolean | string>>(saved);
  const change = useChange("change_system_setting");
  const title = text("setting.invoiceCustomer");

  const save = form.onSubmit(async (chosen) => {
    try {
      for (const key of KEYS) {
        const value = chosen[field(key)];
        if (value !== undefined && value !== values[key]) await change.mutateAsync({ key, value });
      }
    } catch {
      // Shown above the button.
      return;
    }
    form.resetDirty();
    notifyDone(text("setting.saved", { what: title }));
  });

  return (
    <Card title={title} hint={text("setting.invoiceCustomerHint")}>
      <SettingForm
        what={title}
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        busy={change.isPending}
        reason={missing}
        onSubmit={save}
        onUndo={() => {
          form.reset();
          change.reset();
        }}
        refusal={<FormRefusal refusal={change.error} />}
      >
        {IN_SERVICE.map((key) => (
          <div key={key} {...placeOf(key)}>
            <WithReason reason={missing} block>
              <Checkbox
                label={settingLabel(key)}
                {...form.getInputProps(field(key), { type: "checkbox" })}
              />
            </WithReason>
          </div>
        ))}
        <h3 className={shared.heading}>{text("setting.invoiceParts")}</h3>
        <div className={shared.pair}>
          {IN_PARTS.map((key) => (
            <div key={key} {...placeOf(key)}>
              <WithReason reason={missing} block>
                <NativeSelect
                  label={settingLabel(key)}
                  data={[
                    { value: "follow", label: text("setting.invoicePartsFollow") },
                    { value: "on", label: text("setting.invoicePartsOn") },
                    { value: "off", label: text("setting.invoicePartsOff") },
                  ]}
                  {...form.getInputProps(field(key))}
                />
              </WithReason>
            </div>
          ))}
        </div>
      </SettingForm>
    </Card>
  );
}

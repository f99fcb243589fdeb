import { NumberInput } from "@mantine/core";
import type { SettingsView } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight, useSession } from "@/lib/session";
import { placeOf, rangeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

const KEYS = ["export.people_at_once", "export.people_an_hour", "export.bulk_a_day"] as const;
type Key = (typeof KEYS)[number];

/** How many people’s data may leave by one employee’s hand before a manager is asked (T2). */
export function BulkCard({ values }: { values: SettingsView["values"] }) {
  const { rights } = useSession();
  // Whoever may not release it may not move what it is held back by either.
  const mayRelease = rights.includes("export_reports");
  const missing =
    useMissingRight("change_system_setting") ??
    (mayRelease ? null : text("common.needsRight", { right: RIGHTS.export_reports }));
  // A form takes a dot in a name for a way into it.
  const field = (key: Key) => key.replace(".", "_");
  const saved = Object.fromEntries(KEYS.map((key) => [field(key), Number(values[key])]));
  const form = useSavedForm<Record<string, number | string>>(saved);
  const change = useChange("change_system_setting");
  const title = text("setting.bulk");

  const save = form.onSubmit(async (typed) => {
    try {
      for (const key of KEYS) {
        const value = Number(typed[field(key)]);
        if (value !== values[key]) await change.mutateAsync({ key, value });
      }
    } catch {
      // Shown above the button.
      return;
    }
    form.resetDirty();
    notifyDone(text("setting.saved", { what: title }));
  });

  return (
    <Card title={title} hint={text("setting.bulkHint", { right: RIGHTS.export_reports })}>
      <SettingForm
        what={title}
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        ready={KEYS.every((key) => form.values[field(key)] !== "")}
        busy={change.isPending}
        reason={missing}
        onSubmit={save}
        onUndo={() => {
          form.reset();
          change.reset();
        }}
        refusal={<FormRefusal refusal={change.error} />}
      >
        <div className={shared.pair}>
          {KEYS.map((key) => (
            <div key={key} {...placeOf(key)}>
              <WithReason reason={missing} block>
                <NumberInput
                  label={settingLabel(key)}
                  {...rangeOf(key)}
                  allowDecimal={false}
                  clampBehavior="blur"
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

import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { SettingsView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

const KEY = "service.labour_rate";

/** Pence as they are typed: `8500` is `85.00`. */
function written(pence: number): string {
  return `${Math.trunc(pence / 100)}.${String(pence % 100).padStart(2, "0")}`;
}

/** Pounds as they are typed, in whole pence; null for what is no amount. */
export function pence(typed: string): number | null {
  const [, pounds, rest = ""] = /^£?\s*(\d{1,5})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? [];
  return pounds === undefined ? null : Number(pounds) * 100 + Number(rest.padEnd(2, "0"));
}

/** What an hour of work costs: what a new line of labour on a job card begins with. */
export function LabourRateCard({ values }: { values: SettingsView["values"] }) {
  const missing = useMissingRight("change_system_setting");
  const form = useSavedForm({ rate: written(Number(values[KEY])) });
  const [wrong, setWrong] = useState<string | null>(null);
  const change = useChange("change_system_setting");
  const title = settingLabel(KEY);
  const save = form.onSubmit(async ({ rate }) => {
    const value = pence(rate);
    if (value === null) {
      setWrong(text("workshop.rateWrong"));
      return;
    }
    try {
      await change.mutateAsync({ key: KEY, value });
    } catch {
      // Shown above the button.
      return;
    }
    form.resetDirty();
    notifyDone(text("setting.saved", { what: title }));
  });
  return (
    <Card title={title} hint={text("workshop.rateHint")}>
      <SettingForm
        what={title}
        place={KEY}
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        busy={change.isPending}
        reason={missing}
        onSubmit={save}
        onUndo={() => {
          form.reset();
          setWrong(null);
          change.reset();
        }}
        refusal={<FormRefusal refusal={change.error} />}
      >
        <div className={shared.short}>
          <WithReason reason={missing} block>
            <TextInput
              label={text("workshop.rate")}
              inputMode="decimal"
              leftSection="£"
              autoComplete="off"
              {...form.getInputProps("rate")}
              error={wrong}
              onChange={(event) => {
                setWrong(null);
                form.setFieldValue("rate", event.currentTarget.value);
              }}
            />
          </WithReason>
        </div>
      </SettingForm>
    </Card>
  );
}

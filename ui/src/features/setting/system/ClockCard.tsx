import { NumberInput, Select } from "@mantine/core";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf, rangeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { timeZones } from "@/lib/timeZones";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

interface ClockCardProps {
  timeZone: string;
  idleMinutes: number;
}

/** The dealership's time zone, and when an unused workstation locks. */
export function ClockCard({ timeZone, idleMinutes }: ClockCardProps) {
  const missing = useMissingRight("change_system_setting");
  const form = useSavedForm<{ timeZone: string; idleMinutes: number | string }>({
    timeZone,
    idleMinutes,
  });
  const change = useChange("change_system_setting");
  const title = text("setting.clock");

  const save = form.onSubmit(async (values) => {
    try {
      if (values.timeZone !== timeZone)
        await change.mutateAsync({ key: "sys.tz", value: values.timeZone });
      if (values.idleMinutes !== idleMinutes)
        await change.mutateAsync({
          key: "session.idle_minutes",
          value: Number(values.idleMinutes),
        });
    } catch {
      // Shown above the button.
      return;
    }
    form.resetDirty();
    notifyDone(text("setting.saved", { what: title }));
  });

  return (
    <Card title={title}>
      <SettingForm
        what={title}
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        ready={form.values.idleMinutes !== ""}
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
          <div {...placeOf("sys.tz")}>
            <WithReason reason={missing} block>
              <Select
                label={settingLabel("sys.tz")}
                description={text("setting.timeZoneHint")}
                inputWrapperOrder={["label", "input", "description", "error"]}
                data={timeZones()}
                searchable
                allowDeselect={false}
                {...form.getInputProps("timeZone")}
              />
            </WithReason>
          </div>
          <div {...placeOf("session.idle_minutes")}>
            <WithReason reason={missing} block>
              <NumberInput
                label={settingLabel("session.idle_minutes")}
                description={text("setting.idleHint")}
                inputWrapperOrder={["label", "input", "description", "error"]}
                {...rangeOf("session.idle_minutes")}
                allowDecimal={false}
                clampBehavior="blur"
                {...form.getInputProps("idleMinutes")}
              />
            </WithReason>
          </div>
        </div>
      </SettingForm>
    </Card>
  );
}

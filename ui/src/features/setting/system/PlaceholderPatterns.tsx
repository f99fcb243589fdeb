import { Textarea } from "@mantine/core";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

/** The patterns, one a line. */
export function PlaceholderPatterns({ patterns }: { patterns: string }) {
  const missing = useMissingRight("change_system_setting");
  const form = useSavedForm({ patterns });
  const change = useChange("change_system_setting");
  const title = text("contact.placeholders");
  const save = form.onSubmit(async ({ patterns: value }) => {
    try {
      await change.mutateAsync({ key: "system.placeholders", value });
    } catch {
      // Shown above the button.
      return;
    }
    form.resetDirty();
    notifyDone(text("setting.saved", { what: title }));
  });
  return (
    <Card title={title} hint={text("contact.placeholdersHint")}>
      <SettingForm
        what={title}
        place="system.placeholders"
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
        <WithReason reason={missing} block>
          <Textarea
            label={text("contact.placeholderPatterns")}
            autosize
            minRows={6}
            maxRows={14}
            spellCheck={false}
            {...form.getInputProps("patterns")}
          />
        </WithReason>
      </SettingForm>
    </Card>
  );
}

import { Button, Group, TextInput } from "@mantine/core";
import { IconFolder } from "@tabler/icons-react";
import { useState } from "react";
import type { WorkstationView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { placeOf } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";
import classes from "./WorkstationCard.module.css";

/** The name this workstation writes beside every change, and where its files go. */
export function WorkstationCard({ workstation }: { workstation: WorkstationView }) {
  const missing = useMissingRight("update_workstation");
  const title = text("setting.workstation");
  const folderLabel = text("setting.saveFolder");
  const form = useSavedForm<{ name: string; save_folder: string | null }>({
    name: workstation.name,
    save_folder: workstation.save_folder,
  });
  const [folderId] = useState(() => `folder-${workstation.id}`);
  const choose = useChange("choose_save_folder", {
    onSuccess: ({ folder }) => {
      if (folder) form.setFieldValue("save_folder", folder);
    },
  });
  const save = useChange("update_workstation", {
    onSuccess: () => {
      form.resetDirty();
      notifyDone(text("setting.saved", { what: title }));
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, ["name", "save_folder"])),
  });
  const inline = save.error && Object.keys(fieldErrors(save.error, ["name"])).length > 0;
  return (
    <Card title={title}>
      <SettingForm
        what={title}
        place="workstation"
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        busy={save.isPending}
        reason={missing}
        onSubmit={form.onSubmit((values) => save.mutate(values))}
        onUndo={() => {
          form.reset();
          save.reset();
        }}
        refusal={!inline && <FormRefusal refusal={save.error ?? choose.error} />}
      >
        <div className={shared.short}>
          <WithReason reason={missing} block>
            <TextInput
              label={text("setting.workstationName")}
              description={text("setting.workstationHint")}
              inputWrapperOrder={["label", "input", "description", "error"]}
              spellCheck={false}
              {...form.getInputProps("name")}
            />
          </WithReason>
        </div>
        <fieldset
          className={shared.fieldset}
          {...placeOf("save_folder")}
          aria-labelledby={folderId}
        >
          <div id={folderId} className={shared.label}>
            {folderLabel}
          </div>
          <Group gap={8}>
            <code className={classes.folder}>
              {form.values.save_folder ?? text("setting.saveFolderNone")}
            </code>
            <WithReason reason={missing}>
              <Button
                variant="default"
                leftSection={<IconFolder size={16} />}
                loading={choose.isPending}
                onClick={() => choose.mutate({})}
              >
                {text("setting.chooseFolder")}
              </Button>
            </WithReason>
            {form.values.save_folder !== null && (
              <WithReason reason={missing}>
                <Button variant="subtle" onClick={() => form.setFieldValue("save_folder", null)}>
                  {text("setting.askEachTime")}
                </Button>
              </WithReason>
            )}
          </Group>
        </fieldset>
      </SettingForm>
    </Card>
  );
}

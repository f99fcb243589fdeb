import { Textarea } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { SettingsView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { type GdprDraft, useGdprDraft } from "./useGdprDraft";
import { valueText } from "./values";

interface GdprCardProps {
  title: string;
  hint?: string;
  settings: SettingsView;
  children: (draft: GdprDraft, missing: string | null) => ReactNode;
}

/**
 * A card of settings that need Can Change the GDPR Option. Saving shows what changes and asks for a
 * reason; each change becomes a line of its own in the history.
 */
export function GdprCard({ title, hint, settings, children }: GdprCardProps) {
  const missing = useMissingRight("change_gdpr_setting");
  const draft = useGdprDraft(settings);
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const change = useChange("change_gdpr_setting");
  const needsReason = draft.changes.some(
    ({ key, new: now }) => settings.periods.includes(key) && now === 0,
  );
  const close = () => {
    setAsking(false);
    setReason("");
    change.reset();
  };
  const save = async () => {
    try {
      for (const { key, new: value } of draft.changes) {
        await change.mutateAsync({ key, value, reason: reason.trim() });
      }
    } catch {
      // The refusal stands in the dialog; what was saved before it is a change no more.
      return;
    }
    draft.undo();
    close();
    notifyDone(text("setting.saved", { what: title }));
  };
  return (
    <Card title={title} hint={hint}>
      <SettingForm
        what={title}
        typed={Object.fromEntries(draft.changes.map(({ key, new: now }) => [key, now]))}
        restore={draft.edit}
        dirty={draft.changes.length > 0}
        busy={change.isPending}
        reason={missing}
        onSubmit={() => {
          if (draft.changes.length > 0) setAsking(true);
        }}
        onUndo={draft.undo}
      >
        {children(draft, missing)}
      </SettingForm>
      <DialogForm
        opened={asking}
        title={text("setting.confirmGdpr")}
        busy={change.isPending}
        refusal={change.error}
        submitDisabled={needsReason && reason.trim() === ""}
        onSubmit={save}
        onClose={close}
      >
        <p>{text("setting.confirmGdprWords")}</p>
        <ul className={shared.bullets}>
          {draft.changes.map(({ key, old, new: now }) => (
            <li key={key}>
              {text("setting.fromTo", {
                setting: settingLabel(key),
                old: valueText(old, key),
                new: valueText(now, key),
              })}
            </li>
          ))}
        </ul>
        <Textarea
          label={text("setting.reason")}
          description={needsReason ? text("setting.reasonNeeded") : text("setting.reasonHint")}
          required={needsReason}
          autosize
          minRows={2}
          maxRows={6}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
      </DialogForm>
    </Card>
  );
}

import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Profile, SettingsView } from "@/bindings/commands";
import { PROFILES } from "@/bindings/constants";
import { Card } from "@/components/Card";
import { DialogForm } from "@/components/DialogForm";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { useCall, useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";

// Our own stands first, whatever the order of the list.
const OFFERED: readonly Profile[] = ["forecourt", "dragon", "navigator", "vtiger"];

/** The consent profiles (SPEC 2.6): choosing one shows what it changes before it does. */
export function ProfileCard({ settings }: { settings: SettingsView }) {
  const missing = useMissingRight("apply_profile");
  const [chosen, setChosen] = useState<Profile | null>(null);
  const title = settingLabel("gdpr.profile");
  return (
    <Card title={title} hint={text("setting.profileHint")}>
      <ul className={shared.ruled} {...placeOf("gdpr.profile")}>
        {OFFERED.map((profile) => (
          <Group key={profile} component="li" gap={14} py={8} justify="space-between" wrap="nowrap">
            <div>
              <b>{PROFILES[profile]}</b>{" "}
              {settings.values["gdpr.profile"] === profile && (
                <Tag tone="good">{text("setting.profileInUse")}</Tag>
              )}
              <span className={shared.hint}>{text(`setting.profileWords_${profile}`)}</span>
            </div>
            <WithReason reason={missing}>
              <Button
                variant="default"
                size="xs"
                aria-label={text("setting.profileShowFor", { profile: PROFILES[profile] })}
                onClick={() => setChosen(profile)}
              >
                {text("setting.profileShow")}
              </Button>
            </WithReason>
          </Group>
        ))}
      </ul>
      {chosen && <ProfileDialog profile={chosen} onClose={() => setChosen(null)} />}
    </Card>
  );
}

function ProfileDialog({ profile, onClose }: { profile: Profile; onClose: () => void }) {
  const [reason, setReason] = useState("");
  const preview = useCall("preview_profile", { profile });
  const apply = useChange("apply_profile", {
    onSuccess: () => {
      notifyDone(text("setting.profileApplied", { profile: PROFILES[profile] }));
      onClose();
    },
  });
  const changes = preview.data;
  const needed = changes?.reason_needed === true;
  const nothing = changes?.steps.length === 0;
  return (
    <DialogForm
      opened
      title={text("setting.profileTitle", { profile: PROFILES[profile] })}
      submitLabel={text("setting.profileApply")}
      busy={apply.isPending}
      submitDisabled={!changes || nothing || (needed && reason.trim() === "")}
      refusal={apply.error}
      size={560}
      onClose={onClose}
      onSubmit={() => apply.mutate({ profile, reason: reason.trim() })}
    >
      {preview.error && <ErrorState refusal={preview.error} />}
      {preview.isPending && <LoadingState />}
      {nothing && <p>{text("setting.profileNothing")}</p>}
      {changes && !nothing && (
        <>
          <p>{text("setting.profileChanges")}</p>
          <ul className={shared.bullets}>
            {changes.steps.map((step) => (
              <li key={step.setting}>
                {text("setting.fromTo", { setting: step.label, old: step.old, new: step.new })}
              </li>
            ))}
          </ul>
          <Textarea
            label={text("setting.reason")}
            description={text(needed ? "setting.profileReasonNeeded" : "setting.reasonHint")}
            required={needed}
            autosize
            minRows={2}
            maxRows={6}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
        </>
      )}
    </DialogForm>
  );
}

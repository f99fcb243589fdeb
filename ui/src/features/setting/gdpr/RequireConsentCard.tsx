import { Checkbox, Textarea } from "@mantine/core";
import { useState } from "react";
import type { SettingsView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf, settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { RequireConsentLog } from "./RequireConsentLog";

/** The tick box that decides how new contacts begin (D-01..D-05), and everyone who moved it. */
export function RequireConsentCard({ settings }: { settings: SettingsView }) {
  const missing = useMissingRight("change_gdpr_setting");
  const required = settings.values["gdpr.require_consent"] === true;
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const title = settingLabel("gdpr.require_consent");
  const change = useChange("change_gdpr_setting", {
    onSuccess: () => {
      notifyDone(text("setting.saved", { what: title }));
      close();
    },
  });
  const close = () => {
    setAsking(false);
    setReason("");
    change.reset();
  };
  return (
    <Card title={title}>
      <div {...placeOf("gdpr.require_consent")}>
        <WithReason reason={missing} block>
          <Checkbox
            label={title}
            description={text(required ? "setting.requireConsentOn" : "setting.requireConsentOff")}
            checked={required}
            onChange={() => setAsking(true)}
          />
        </WithReason>
      </div>
      <RequireConsentLog />
      <DialogForm
        opened={asking}
        title={text(required ? "setting.requireConsentTurnOff" : "setting.requireConsentTurnOn")}
        submitLabel={text(required ? "setting.turnOff" : "setting.turnOn")}
        danger={required}
        busy={change.isPending}
        refusal={change.error}
        onClose={close}
        onSubmit={() =>
          change.mutate({
            key: "gdpr.require_consent",
            value: !required,
            reason: reason.trim(),
          })
        }
      >
        <p>
          {text(
            required ? "setting.requireConsentTurnOffWords" : "setting.requireConsentTurnOnWords",
          )}
        </p>
        <Textarea
          label={text("setting.reason")}
          description={text("setting.reasonHint")}
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

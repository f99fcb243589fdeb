import { useForm } from "@mantine/form";
import { notifyDone } from "@/components/notify";
import { PasswordField } from "@/components/PasswordField";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { type TextKey, text } from "@/lib/texts";
import { KeyCard } from "./KeyCard";

const FIELDS = ["client_id", "client_secret", "api_key"] as const;

const labels: Record<(typeof FIELDS)[number], TextKey> = {
  client_id: "plate_look_up.clientId",
  client_secret: "plate_look_up.clientSecret",
  api_key: "plate_look_up.apiKey",
};

/** The three that DVSA's MOT history wants. They are kept and replaced together. */
export function DvsaCard({ kept }: { kept: boolean }) {
  const title = text("plate_look_up.dvsa");
  const missing = useMissingRight("keep_dvsa_keys");
  const form = useForm({ initialValues: { client_id: "", client_secret: "", api_key: "" } });
  const keep = useChange("keep_dvsa_keys", {
    onSuccess: () => {
      form.reset();
      notifyDone(text("plate_look_up.saved", { register: title }));
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, FIELDS)),
  });
  const filled = FIELDS.map((field) => form.values[field].trim() !== "");
  return (
    <KeyCard
      register="dvsa"
      title={title}
      hint={text("plate_look_up.dvsaHint")}
      kept={kept}
      keptWords={text("plate_look_up.keptThree")}
      typed={filled.some(Boolean)}
      ready={filled.every(Boolean)}
      busy={keep.isPending}
      refusal={Object.keys(form.errors).length > 0 ? null : keep.error}
      onKeep={() => keep.mutate(form.values)}
      onForget={form.reset}
    >
      {FIELDS.map((field) => (
        <WithReason key={field} reason={missing} block>
          <PasswordField
            label={text(labels[field])}
            description={
              kept && field === "client_id" ? text("plate_look_up.replaceHint") : undefined
            }
            inputWrapperOrder={["label", "input", "description", "error"]}
            {...form.getInputProps(field)}
          />
        </WithReason>
      ))}
    </KeyCard>
  );
}

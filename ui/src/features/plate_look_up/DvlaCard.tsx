import { useForm } from "@mantine/form";
import { notifyDone } from "@/components/notify";
import { PasswordField } from "@/components/PasswordField";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { KeyCard } from "./KeyCard";

/** The key of DVLA's vehicle enquiry. */
export function DvlaCard({ kept }: { kept: boolean }) {
  const title = text("plate_look_up.dvla");
  const missing = useMissingRight("keep_dvla_key");
  const form = useForm({ initialValues: { key: "" } });
  const keep = useChange("keep_dvla_key", {
    onSuccess: () => {
      form.reset();
      notifyDone(text("plate_look_up.saved", { register: title }));
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, ["key"])),
  });
  const typed = form.values.key.trim() !== "";
  return (
    <KeyCard
      register="dvla"
      title={title}
      hint={text("plate_look_up.dvlaHint")}
      kept={kept}
      keptWords={text("plate_look_up.kept")}
      typed={typed}
      ready={typed}
      busy={keep.isPending}
      refusal={Object.keys(form.errors).length > 0 ? null : keep.error}
      onKeep={() => keep.mutate(form.values)}
      onForget={form.reset}
    >
      <WithReason reason={missing} block>
        <PasswordField
          label={text("plate_look_up.apiKey")}
          description={kept ? text("plate_look_up.replaceHint") : undefined}
          inputWrapperOrder={["label", "input", "description", "error"]}
          {...form.getInputProps("key")}
        />
      </WithReason>
    </KeyCard>
  );
}

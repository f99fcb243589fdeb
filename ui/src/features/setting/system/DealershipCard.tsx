import { Textarea, TextInput } from "@mantine/core";
import type { DealershipDetails } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { useMissingRight } from "@/lib/session";
import { settingLabel } from "@/lib/settings";
import { text } from "@/lib/texts";
import { SettingForm } from "../SettingForm";
import { useSavedForm } from "../useSavedForm";

const FIELDS = [
  "name",
  "address",
  "postcode",
  "phone",
  "email",
  "website",
  "privacy_policy_url",
  "vat_number",
  "company_number",
];

/** Who the dealership is, as forms and customers see it. */
export function DealershipCard({ dealership }: { dealership: DealershipDetails }) {
  const missing = useMissingRight("update_dealership");
  const title = settingLabel("dealership");
  const form = useSavedForm({ ...dealership });
  const save = useChange("update_dealership", {
    onSuccess: () => {
      form.resetDirty();
      notifyDone(text("setting.saved", { what: title }));
    },
    onError: (refusal) => form.setErrors(fieldErrors(refusal, FIELDS)),
  });
  const inline = save.error && Object.keys(fieldErrors(save.error, FIELDS)).length > 0;
  return (
    <Card title={title} hint={text("setting.dealershipHint")}>
      <SettingForm
        what={title}
        place="dealership"
        typed={form.values}
        restore={form.setValues}
        dirty={form.isDirty()}
        busy={save.isPending}
        reason={missing}
        onSubmit={form.onSubmit((values) => save.mutate({ dealership: values }))}
        onUndo={() => {
          form.reset();
          save.reset();
        }}
        refusal={!inline && <FormRefusal refusal={save.error} />}
      >
        <WithReason reason={missing} block>
          <TextInput label={text("setting.dealershipName")} {...form.getInputProps("name")} />
        </WithReason>
        <div className={shared.pairShort}>
          <WithReason reason={missing} block>
            <Textarea
              label={text("setting.address")}
              autosize
              minRows={1}
              maxRows={4}
              {...form.getInputProps("address")}
            />
          </WithReason>
          <WithReason reason={missing} block>
            <TextInput label={text("setting.postcode")} {...form.getInputProps("postcode")} />
          </WithReason>
        </div>
        <div className={shared.pair}>
          <WithReason reason={missing} block>
            <TextInput label={text("setting.phone")} {...form.getInputProps("phone")} />
          </WithReason>
          <WithReason reason={missing} block>
            <TextInput label={text("setting.email")} {...form.getInputProps("email")} />
          </WithReason>
          <WithReason reason={missing} block>
            <TextInput label={text("setting.website")} {...form.getInputProps("website")} />
          </WithReason>
          <WithReason reason={missing} block>
            <TextInput
              label={text("setting.privacyPolicy")}
              {...form.getInputProps("privacy_policy_url")}
            />
          </WithReason>
          <WithReason reason={missing} block>
            <TextInput label={text("setting.vatNumber")} {...form.getInputProps("vat_number")} />
          </WithReason>
          <WithReason reason={missing} block>
            <TextInput
              label={text("setting.companyNumber")}
              {...form.getInputProps("company_number")}
            />
          </WithReason>
        </div>
      </SettingForm>
    </Card>
  );
}

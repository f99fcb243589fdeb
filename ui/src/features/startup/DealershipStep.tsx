import { Select, Textarea, TextInput } from "@mantine/core";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import { timeZones } from "@/lib/timeZones";
import { StepFields } from "./StepFields";
import type { SetUpForm } from "./setUpForm";

/** Who the dealership is, and where. */
export function DealershipStep({ form }: { form: SetUpForm }) {
  return (
    <StepFields title={text("startup.dealershipTitle")} words={text("startup.dealershipWords")}>
      <TextInput
        label={text("setting.dealershipName")}
        maxLength={120}
        required
        autoFocus
        {...form.getInputProps("dealership.name")}
      />
      <div className={shared.pairShort}>
        <Textarea
          label={text("setting.address")}
          autosize
          minRows={1}
          maxRows={3}
          {...form.getInputProps("dealership.address")}
        />
        <TextInput
          label={text("setting.postcode")}
          {...form.getInputProps("dealership.postcode")}
        />
      </div>
      <div className={shared.pair}>
        <TextInput label={text("setting.phone")} {...form.getInputProps("dealership.phone")} />
        <TextInput label={text("setting.email")} {...form.getInputProps("dealership.email")} />
      </div>
      <div className={shared.pair}>
        <TextInput
          label={text("setting.website")}
          placeholder="https://"
          {...form.getInputProps("dealership.website")}
        />
        <Select
          label={text("startup.timeZone")}
          data={timeZones()}
          searchable
          allowDeselect={false}
          {...form.getInputProps("time_zone")}
        />
      </div>
      <TextInput
        label={text("setting.privacyPolicy")}
        placeholder="https://"
        {...form.getInputProps("dealership.privacy_policy_url")}
      />
    </StepFields>
  );
}

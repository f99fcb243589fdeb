import { TextInput } from "@mantine/core";
import { text } from "@/lib/texts";
import { StepFields } from "./StepFields";
import type { SetUpForm } from "./setUpForm";

/** What this workstation is called. */
export function WorkstationStep({ form }: { form: SetUpForm }) {
  return (
    <StepFields title={text("startup.workstationTitle")} words={text("startup.workstationWords")}>
      <TextInput
        label={text("startup.workstationName")}
        required
        autoFocus
        spellCheck={false}
        {...form.getInputProps("workstation_name")}
      />
    </StepFields>
  );
}

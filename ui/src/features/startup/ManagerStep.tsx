import { TextInput } from "@mantine/core";
import { PasswordField } from "@/components/PasswordField";
import shared from "@/components/shared.module.css";
import { proposedLogin } from "@/lib/login";
import { text } from "@/lib/texts";
import { StepFields } from "./StepFields";
import type { SetUpForm } from "./setUpForm";

/** The first manager, who makes the other employees. */
export function ManagerStep({ form }: { form: SetUpForm }) {
  return (
    <StepFields title={text("startup.managerTitle")} words={text("startup.managerWords")}>
      <div className={shared.pair}>
        <TextInput
          label={text("startup.managerName")}
          maxLength={80}
          required
          autoFocus
          autoComplete="off"
          {...form.getInputProps("manager.name")}
          onBlur={() => {
            const { name, login } = form.getValues().manager;
            if (login === "") form.setFieldValue("manager.login", proposedLogin(name));
          }}
        />
        <TextInput
          label={text("startup.managerLogin")}
          required
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("manager.login")}
        />
      </div>
      <PasswordField
        label={text("sign_in.password")}
        required
        strength
        own={[form.values.manager.name, form.values.manager.login, form.values.dealership.name]}
        {...form.getInputProps("manager.password")}
      />
      <PasswordField
        label={text("sign_in.passwordAgain")}
        required
        {...form.getInputProps("manager.again")}
      />
    </StepFields>
  );
}

import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconCheck } from "@tabler/icons-react";
import { type FormEvent, type ReactNode, useState } from "react";
import type { RecoveryKeyView, StartupView } from "@/bindings/commands";
import { FormRefusal } from "@/components/Notice";
import { PasswordField } from "@/components/PasswordField";
import { Stage } from "@/components/Stage";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { proposedLogin } from "@/lib/login";
import { text } from "@/lib/texts";
import { homeTimeZone, timeZones } from "@/lib/timeZones";
import { RecoveryKeySteps } from "./RecoveryKeySteps";
import classes from "./SetUpWizard.module.css";

interface SetUpWizardProps {
  startup: StartupView;
  onStartup: (startup: StartupView) => void;
}

const STEPS = [
  "startup.stepWelcome",
  "startup.stepDealership",
  "startup.stepManager",
  "startup.stepWorkstation",
  "startup.stepKey",
] as const;

const FIELDS = [
  "dealership.name",
  "dealership.address",
  "dealership.postcode",
  "dealership.phone",
  "dealership.email",
  "dealership.website",
  "dealership.privacy_policy_url",
  "time_zone",
  "manager.name",
  "manager.login",
  "manager.password",
  "workstation_name",
];

/** The step on which a field stands, to lead back to where a refusal points. */
function stepOf(field: string): number {
  if (field.startsWith("manager")) return 2;
  return field === "workstation_name" ? 3 : 1;
}

/** The first start: dealership, first manager, workstation, recovery key. Nothing is written before the last but one. */
export function SetUpWizard({ startup, onStartup }: SetUpWizardProps) {
  const [step, setStep] = useState(0);
  const [issued, setIssued] = useState<RecoveryKeyView | null>(null);
  const form = useForm({
    initialValues: {
      dealership: {
        name: "",
        address: "",
        postcode: "",
        phone: "",
        email: "",
        website: "",
        privacy_policy_url: "",
      },
      time_zone: homeTimeZone(),
      manager: { name: "", login: "", password: "", again: "" },
      workstation_name: startup.workstation_name,
    },
    validate: {
      dealership: {
        name: (name) => (step === 1 && name.trim() === "" ? text("startup.nameNeeded") : null),
      },
      manager: {
        name: (name) =>
          step === 2 && name.trim() === "" ? text("startup.managerNameNeeded") : null,
        login: (login) =>
          step === 2 && login.trim() === "" ? text("startup.managerLoginNeeded") : null,
        password: (password) =>
          step === 2 && password === "" ? text("sign_in.passwordNeeded") : null,
        again: (again, values) =>
          step === 2 && again !== values.manager.password ? text("sign_in.passwordsDiffer") : null,
      },
      workstation_name: (name) =>
        step === 3 && name.trim() === "" ? text("startup.workstationNeeded") : null,
    },
  });
  const create = useChange("set_up_dealership", {
    onSuccess: (view) => {
      setIssued(view);
      setStep(4);
      // The password has done its work; it does not stay in the form.
      form.setFieldValue("manager.password", "");
      form.setFieldValue("manager.again", "");
    },
    onError: (refusal) => {
      const errors = fieldErrors(refusal, FIELDS);
      form.setErrors(errors);
      const field = Object.keys(errors)[0];
      if (field) setStep(stepOf(field));
    },
  });

  const next = (event: FormEvent) => {
    event.preventDefault();
    if (form.validate().hasErrors) return;
    if (step < 3) setStep(step + 1);
    else {
      const { dealership, manager, time_zone, workstation_name } = form.getValues();
      create.mutate({
        dealership,
        time_zone,
        manager: { name: manager.name, login: manager.login, password: manager.password },
        workstation_name,
      });
    }
  };
  const shownRefusal =
    create.error && Object.keys(fieldErrors(create.error, FIELDS)).length === 0
      ? create.error
      : null;

  return (
    <Stage foot={<span>{text("sign_in.version", { version: startup.version })}</span>}>
      <section className={classes.wizard} aria-label={text("startup.setUp")}>
        <ol className={classes.rail}>
          {STEPS.map((name, index) => (
            <li
              key={name}
              aria-current={index === step ? "step" : undefined}
              data-done={index < step || undefined}
            >
              <span className={classes.number} aria-hidden="true">
                {index < step ? <IconCheck size={13} stroke={3} /> : index + 1}
              </span>
              {text(name)}
            </li>
          ))}
        </ol>
        <div className={classes.content}>
          {step === 4 && issued ? (
            <RecoveryKeySteps issued={issued} onConfirmed={onStartup} />
          ) : (
            <form onSubmit={next} noValidate className={classes.form}>
              {step === 0 && <Welcome />}
              {step === 1 && (
                <StepFields
                  title={text("startup.dealershipTitle")}
                  words={text("startup.dealershipWords")}
                >
                  <TextInput
                    label={text("setting.dealershipName")}
                    maxLength={120}
                    required
                    autoFocus
                    {...form.getInputProps("dealership.name")}
                  />
                  <div className={classes.pairWide}>
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
                  <div className={classes.pair}>
                    <TextInput
                      label={text("setting.phone")}
                      {...form.getInputProps("dealership.phone")}
                    />
                    <TextInput
                      label={text("setting.email")}
                      {...form.getInputProps("dealership.email")}
                    />
                  </div>
                  <div className={classes.pair}>
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
              )}
              {step === 2 && (
                <StepFields
                  title={text("startup.managerTitle")}
                  words={text("startup.managerWords")}
                >
                  <div className={classes.pair}>
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
                    own={[form.values.manager.name, form.values.manager.login]}
                    {...form.getInputProps("manager.password")}
                  />
                  <PasswordField
                    label={text("sign_in.passwordAgain")}
                    required
                    {...form.getInputProps("manager.again")}
                  />
                </StepFields>
              )}
              {step === 3 && (
                <StepFields
                  title={text("startup.workstationTitle")}
                  words={text("startup.workstationWords")}
                >
                  <TextInput
                    label={text("startup.workstationName")}
                    required
                    autoFocus
                    spellCheck={false}
                    {...form.getInputProps("workstation_name")}
                  />
                </StepFields>
              )}
              <FormRefusal refusal={shownRefusal} />
              <div className={classes.buttons}>
                {step > 0 && (
                  <Button
                    variant="default"
                    onClick={() => setStep(step - 1)}
                    disabled={create.isPending}
                  >
                    {text("common.back")}
                  </Button>
                )}
                <Button type="submit" loading={create.isPending}>
                  {text(
                    step === 0
                      ? "startup.welcomeStart"
                      : step === 3
                        ? "startup.createDatabase"
                        : "common.next",
                  )}
                </Button>
              </div>
            </form>
          )}
        </div>
      </section>
    </Stage>
  );
}

function Welcome() {
  return (
    <div className={classes.fields}>
      <h1>{text("startup.welcomeTitle")}</h1>
      <p>{text("startup.welcomeWords")}</p>
      <h2>{text("startup.welcomeNeeds")}</h2>
      <ul>
        <li>{text("startup.welcomeNeed1")}</li>
        <li>{text("startup.welcomeNeed2")}</li>
      </ul>
    </div>
  );
}

function StepFields({
  title,
  words,
  children,
}: {
  title: string;
  words: string;
  children: ReactNode;
}) {
  return (
    <div className={classes.fields}>
      <h1>{title}</h1>
      <p>{words}</p>
      {children}
    </div>
  );
}

import { Button, Group, Stack } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { RecoveryKeyView, StartupView } from "@/bindings/commands";
import { FormRefusal } from "@/components/Notice";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { fieldErrors } from "@/lib/forms";
import { text } from "@/lib/texts";
import { DealershipStep } from "./DealershipStep";
import { ManagerStep } from "./ManagerStep";
import { RecoveryKeySteps } from "./RecoveryKeySteps";
import { SetUpRail } from "./SetUpRail";
import classes from "./SetUpWizard.module.css";
import { FIELDS, stepOf, useSetUpForm } from "./setUpForm";
import { WelcomeStep } from "./WelcomeStep";
import { WorkstationStep } from "./WorkstationStep";

interface SetUpWizardProps {
  startup: StartupView;
  onStartup: (startup: StartupView) => void;
}

/** What leads on from each step. */
const FORWARD = [
  "startup.welcomeStart",
  "common.next",
  "common.next",
  "startup.createDatabase",
] as const;

/** The first start: dealership, first manager, workstation, recovery key. Nothing is written before the last but one. */
export function SetUpWizard({ startup, onStartup }: SetUpWizardProps) {
  const [step, setStep] = useState(0);
  const [issued, setIssued] = useState<RecoveryKeyView | null>(null);
  const form = useSetUpForm(step, startup.workstation_name);
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
  const inline = create.error && Object.keys(fieldErrors(create.error, FIELDS)).length > 0;

  return (
    <Stage foot={<span>{text("sign_in.version", { version: startup.version })}</span>}>
      <section className={`${shared.panel} ${classes.wizard}`} aria-label={text("startup.setUp")}>
        <SetUpRail current={step} />
        <div className={classes.content}>
          {step === 4 && issued ? (
            <RecoveryKeySteps issued={issued} onConfirmed={onStartup} />
          ) : (
            <form onSubmit={next} noValidate>
              <Stack gap={14} h="100%">
                {step === 0 && <WelcomeStep />}
                {step === 1 && <DealershipStep form={form} />}
                {step === 2 && <ManagerStep form={form} />}
                {step === 3 && <WorkstationStep form={form} />}
                <FormRefusal refusal={inline ? null : create.error} />
                <Group gap={8} justify="flex-end" mt="auto" pt={10}>
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
                    {text(FORWARD[step] ?? "common.next")}
                  </Button>
                </Group>
              </Stack>
            </form>
          )}
        </div>
      </section>
    </Stage>
  );
}

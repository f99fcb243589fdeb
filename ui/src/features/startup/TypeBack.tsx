import { Button, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { FormRefusal } from "@/components/Notice";
import { useChange } from "@/lib/api";
import { groupKey } from "@/lib/recoveryKey";
import { text } from "@/lib/texts";
import classes from "./RecoveryKeySteps.module.css";

interface TypeBackProps {
  asked: [number, number];
  onConfirmed: (startup: StartupView) => void;
  /** Further buttons. */
  more?: ReactNode;
}

/** Two groups of the recovery key, typed back from the paper. */
export function TypeBack({ asked, onConfirmed, more }: TypeBackProps) {
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const confirm = useChange("confirm_recovery_key", { onSuccess: onConfirmed });
  const wrong = confirm.error?.fields ?? {};
  const fields = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)] as const;
  const [firstField, secondField] = fields;
  useEffect(() => {
    if (!confirm.error) return;
    (confirm.error.fields.first || !confirm.error.fields.second
      ? firstField
      : secondField
    ).current?.focus();
  }, [confirm.error, firstField, secondField]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ first, second });
  };
  return (
    <form className={classes.typed} onSubmit={submit} noValidate>
      <div className={classes.asked}>
        <TextInput
          ref={firstField}
          label={text("startup.group", { number: asked[0] })}
          value={first}
          onChange={(event) => setFirst(groupKey(event.currentTarget.value).slice(0, 4))}
          error={wrong.first}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput
          ref={secondField}
          label={text("startup.group", { number: asked[1] })}
          value={second}
          onChange={(event) => setSecond(groupKey(event.currentTarget.value).slice(0, 4))}
          error={wrong.second}
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      {!wrong.first && !wrong.second && <FormRefusal refusal={confirm.error} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          loading={confirm.isPending}
          disabled={first.length < 4 || second.length < 4}
        >
          {text("startup.finish")}
        </Button>
        {more}
      </div>
    </form>
  );
}

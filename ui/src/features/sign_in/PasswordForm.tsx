import { Button, Input, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { FormRefusal, Notice } from "@/components/Notice";
import { PasswordField } from "@/components/PasswordField";
import { wait } from "@/lib/format";
import { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./SignIn.module.css";
import { useWait } from "./useWait";

interface PasswordFormProps {
  label: string;
  /** Asks for a login name as well. */
  withLogin?: boolean;
  send: (password: string, login: string) => Promise<unknown>;
}

/** A password and the button. After a wrong one the wait the dispatcher asks for is counted down. */
export function PasswordForm({ label, withLogin = false, send }: PasswordFormProps) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [left, beginWait] = useWait();
  const field = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const waiting = left > 0;

  useEffect(() => {
    (withLogin ? first : field).current?.focus();
  }, [withLogin]);

  useEffect(() => {
    if (!waiting && refusal?.code === "wrong_password") field.current?.focus();
  }, [waiting, refusal]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || waiting || password === "" || (withLogin && login.trim() === "")) return;
    setBusy(true);
    setRefusal(null);
    try {
      await send(password, login.trim());
    } catch (cause) {
      const refused = Refusal.from(cause);
      // The password was right; what comes next is another screen.
      if (refused.code === "password_due") return;
      setRefusal(refused);
      setPassword("");
      if (refused.code === "wrong_password") beginWait(refused.number("wait_seconds"));
      field.current?.focus();
    } finally {
      setBusy(false);
    }
  };

  const wrong = refusal?.code === "wrong_password";
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <Stack gap={12}>
        {withLogin && (
          <TextInput
            ref={first}
            label={text("sign_in.login")}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        {/* The words for a wrong password have their line from the start: nothing moves when they come. */}
        <div>
          <PasswordField
            ref={field}
            label={text("sign_in.password")}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            // Who types a login is told by Rust, which says the same whether there is such a login or not.
            error={
              wrong ? (withLogin ? refusal.message : text("sign_in.wrongPassword")) : undefined
            }
            disabled={waiting}
          />
          {!wrong && (
            <Input.Error className={classes.kept} aria-hidden="true">
              {"\u00a0"}
            </Input.Error>
          )}
        </div>
        {waiting && <Notice tone="warn">{text("sign_in.waitBefore", { wait: wait(left) })}</Notice>}
        {!wrong && <FormRefusal refusal={refusal} />}
        <Button type="submit" fullWidth loading={busy} disabled={waiting}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}

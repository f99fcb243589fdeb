import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { RIGHTS } from "@/bindings/constants";
import { call } from "@/lib/api";
import { Refusal } from "@/lib/refusal";
import { useReleaseDesk, type WaitingRelease } from "@/lib/release";
import { text } from "@/lib/texts";
import { DialogForm } from "./DialogForm";
import { Notice } from "./Notice";
import { PasswordField } from "./PasswordField";
import shared from "./shared.module.css";

/**
 * Asks for a manager where a print or an export is about more people than may leave without one. Stands
 * once, above every screen: whatever was refused goes on by itself when it is released.
 */
export function ReleaseDialog() {
  const waiting = useReleaseDesk();
  return waiting && <Release waiting={waiting} />;
}

function Release({ waiting }: { waiting: WaitingRelease }) {
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const loginField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (refusal) (refusal.fields.login ? loginField : passwordField).current?.focus();
  }, [refusal]);

  const submit = async () => {
    setBusy(true);
    setRefusal(null);
    try {
      await call("release_hand_over", { login: login.trim(), password });
      waiting.end(true);
    } catch (cause) {
      // The name stays; a password that was wrong is typed anew.
      setPassword("");
      setRefusal(Refusal.from(cause));
      setBusy(false);
    }
  };

  const { fields, message } = waiting.refusal;
  const wrongLogin = refusal?.fields.login;
  const wrongPassword = refusal?.code === "wrong_password" ? refusal.message : undefined;
  return (
    <DialogForm
      opened
      title={text("release.title")}
      submitLabel={text("release.release")}
      size={440}
      busy={busy}
      submitDisabled={login.trim() === "" || password === ""}
      refusal={wrongLogin || wrongPassword ? null : refusal}
      onClose={() => waiting.end(false)}
      onSubmit={() => submit()}
    >
      <Notice tone="warn" title={[fields.report, fields.criteria].filter(Boolean).join(": ")}>
        {message}
      </Notice>
      <span className={shared.hint}>
        {text("release.who", { export: RIGHTS.export_reports, settings: RIGHTS.access_settings })}
      </span>
      <TextInput
        ref={loginField}
        label={text("release.login")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        value={login}
        error={wrongLogin}
        onChange={(event) => setLogin(event.currentTarget.value)}
      />
      <PasswordField
        ref={passwordField}
        label={text("release.password")}
        value={password}
        error={wrongPassword}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </DialogForm>
  );
}

import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { RECOVERY_KEY_LENGTH } from "@/bindings/constants";
import { groupKey, keyCharacters } from "@/lib/recoveryKey";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";

interface RecoveryKeyFieldProps {
  value: string;
  error?: ReactNode;
  onChange: (key: string) => void;
}

/** A whole recovery key, however it is typed. */
export function RecoveryKeyField({ value, error, onChange }: RecoveryKeyFieldProps) {
  return (
    <TextInput
      className={classes.key}
      label={text("startup.recoveryKey")}
      description={text("startup.recoveryKeyLong", {
        count: keyCharacters(value),
        length: RECOVERY_KEY_LENGTH,
      })}
      inputWrapperOrder={["label", "input", "description", "error"]}
      value={value}
      onChange={(event) => onChange(groupKey(event.currentTarget.value))}
      error={error}
      autoFocus
      data-autofocus
      autoComplete="off"
      spellCheck={false}
    />
  );
}

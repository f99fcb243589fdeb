import { TextInput } from "@mantine/core";
import { RECOVERY_KEY_LENGTH } from "@/bindings/constants";
import { groupKey, keyCharacters } from "@/lib/recoveryKey";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";

interface RecoveryKeyFieldProps {
  value: string;
  /** What is wrong with it, by the dispatcher: it names the group with a mistake. */
  error: string | undefined;
  onChange: (key: string) => void;
}

/** The key of the emergency sheet, however it is typed. */
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
      autoComplete="off"
      spellCheck={false}
    />
  );
}

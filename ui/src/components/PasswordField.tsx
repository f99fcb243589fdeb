import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { type Strength, strengthOf } from "@/lib/passwordStrength";
import { SHORTEST_PASSWORD } from "@/lib/rules";
import { text } from "@/lib/texts";
import classes from "./PasswordField.module.css";

interface PasswordFieldProps extends PasswordInputProps {
  /** Shows how hard the password is to guess; for a new one. */
  strength?: boolean;
  /** Words that make a password weak: the employee's own name and login. */
  own?: readonly string[];
}

const bars: Record<Strength, number> = { empty: 0, short: 1, weak: 1, fair: 2, good: 3, strong: 4 };

/** A password: can be shown, says when Caps Lock is on, and for a new one how hard it is to guess. */
export function PasswordField({ strength = false, own, ...props }: PasswordFieldProps) {
  const [caps, setCaps] = useState(false);
  const words = useId();
  const value = typeof props.value === "string" ? props.value : "";
  const level = strengthOf(value, own);
  const watchCaps = (event: KeyboardEvent<HTMLInputElement>) =>
    setCaps(event.getModifierState("CapsLock"));
  return (
    <div>
      <PasswordInput
        autoComplete={strength ? "new-password" : "off"}
        spellCheck={false}
        visibilityToggleButtonProps={{ "aria-label": text("common.showPassword"), tabIndex: 0 }}
        aria-describedby={strength ? words : undefined}
        {...props}
        onKeyUp={watchCaps}
        onBlur={(event) => {
          setCaps(false);
          props.onBlur?.(event);
        }}
      />
      {caps && (
        <div className={classes.caps} role="status">
          {text("common.capsLock")}
        </div>
      )}
      {strength && (
        <div className={classes.strength} data-level={level}>
          <span className={classes.bars} aria-hidden="true">
            {[1, 2, 3, 4].map((bar) => (
              <i key={bar} data-on={bar <= bars[level] || undefined} />
            ))}
          </span>
          <span id={words} aria-live="polite">
            {text(`common.strength_${level}`, { shortest: SHORTEST_PASSWORD })}
          </span>
        </div>
      )}
    </div>
  );
}

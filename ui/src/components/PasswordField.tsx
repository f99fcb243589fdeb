import { PasswordInput, type PasswordInputProps } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { SHORTEST_PASSWORD } from "@/bindings/constants";
import { type PasswordStrength, usePasswordStrength } from "@/lib/passwordStrength";
import { text } from "@/lib/texts";
import classes from "./PasswordField.module.css";

interface PasswordFieldProps extends PasswordInputProps {
  /** Shows how hard the password is to guess; for a new one. */
  strength?: boolean;
  /** Words that make a password weak: the employee's own name and login. */
  own?: readonly string[];
}

const bars: Record<PasswordStrength["strength"], number> = {
  too_short: 1,
  too_long: 1,
  weak: 1,
  fair: 2,
  good: 3,
  strong: 4,
};

/** Shows and hides what is typed, in the field itself. */
const SHOW_KEY = "F8";

const noWords: readonly string[] = [];

/** A password: can be shown, says when Caps Lock is on, and for a new one how hard it is to guess. */
export function PasswordField({ strength = false, own = noWords, ...props }: PasswordFieldProps) {
  const [caps, setCaps] = useState(false);
  const [shown, setShown] = useState(false);
  const words = useId();
  const value = typeof props.value === "string" ? props.value : "";
  const answer = usePasswordStrength(strength ? value : "", own);
  const strengthWords = answer?.words ?? text("common.passwordHint", { least: SHORTEST_PASSWORD });
  // Where the field was refused for the same reason, it stands there already.
  const said = props.error === strengthWords;
  const lit = answer === null ? 0 : bars[answer.strength];
  const watchCaps = (event: KeyboardEvent<HTMLInputElement>) =>
    setCaps(event.getModifierState("CapsLock"));
  return (
    <div>
      <PasswordInput
        autoComplete={strength ? "new-password" : "off"}
        spellCheck={false}
        // The eye is for the mouse: from one password Tab leads to the next. By keyboard it is F8 in the field.
        visible={shown}
        onVisibilityChange={setShown}
        visibilityToggleButtonProps={{
          "aria-label": text("common.showPassword"),
          "aria-pressed": shown,
          title: text("common.showPasswordBy", { key: SHOW_KEY }),
          tabIndex: -1,
        }}
        aria-keyshortcuts={SHOW_KEY}
        aria-describedby={strength ? words : undefined}
        {...props}
        onKeyDown={(event) => {
          props.onKeyDown?.(event);
          if (event.key !== SHOW_KEY || event.nativeEvent.isComposing) return;
          event.preventDefault();
          setShown(!shown);
        }}
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
        <div className={classes.strength} data-level={answer?.strength}>
          <span className={classes.bars} aria-hidden="true">
            {[1, 2, 3, 4].map((bar) => (
              <i key={bar} data-on={bar <= lit || undefined} />
            ))}
          </span>
          <span id={words} aria-live="polite">
            {!said && strengthWords}
          </span>
        </div>
      )}
    </div>
  );
}

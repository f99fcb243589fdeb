import { useEffect, useState } from "react";
import { call, type Reply } from "./api";

export type PasswordStrength = Reply<"check_password">;

/** Milliseconds without a key before a password is weighed. */
const PAUSE = 250;

/**
 * How hard a password is to guess, by the rule that decides whether it may be set; null until that
 * has been answered. `own` are words that make it weak: the employee's own name and login.
 */
export function usePasswordStrength(
  password: string,
  own: readonly string[],
): PasswordStrength | null {
  const [answer, setAnswer] = useState<PasswordStrength | null>(null);
  const words = own.join("\n");
  useEffect(() => {
    if (password === "") {
      setAnswer(null);
      return;
    }
    let awaited = true;
    const tell = (told: PasswordStrength | null) => {
      if (awaited) setAnswer(told);
    };
    const pause = setTimeout(() => {
      // Without an answer there is no advice; whoever sets the password hears the rule anyway.
      call("check_password", { password, own: words.split("\n") }).then(tell, () => tell(null));
    }, PAUSE);
    return () => {
      awaited = false;
      clearTimeout(pause);
    };
  }, [password, words]);
  return answer;
}

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconLock } from "@tabler/icons-react";
import { type Refusal, refusalWords } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { IconBox } from "./IconBox";
import classes from "./State.module.css";

interface ErrorStateProps {
  refusal: Refusal;
  onRetry?: () => void;
}

/** What stands where an answer was refused: why, the reference for support, and another try. */
export function ErrorState({ refusal, onRetry }: ErrorStateProps) {
  const denied = refusal.code === "denied";
  const right = refusal.fields.right;
  return (
    <div className={classes.state} role="alert">
      <IconBox tone={denied ? "plain" : "bad"}>
        {denied ? <IconLock size={22} /> : <IconAlertTriangle size={22} />}
      </IconBox>
      <p className={classes.title}>
        {denied ? text("common.deniedTitle") : text("common.unexpectedTitle")}
      </p>
      <div className={classes.words}>
        {denied && right ? text("common.deniedBy", { right }) : refusalWords(refusal)}
      </div>
      {onRetry && !denied && (
        <div className={classes.action}>
          <Button variant="default" onClick={onRetry}>
            {text("common.tryAgain")}
          </Button>
        </div>
      )}
    </div>
  );
}

import { text } from "@/lib/texts";
import classes from "./Frame.module.css";

/** Said during the last seconds before the window locks itself. */
export function LocksSoon() {
  return (
    <div className={classes.soon} role="alert">
      <b>{text("frame.locksSoonTitle")}</b>
      <p>{text("frame.locksSoon")}</p>
    </div>
  );
}

import { Loader } from "@mantine/core";
import { text } from "@/lib/texts";
import classes from "./State.module.css";

/** Shown while an answer is on its way; invisible for the first quarter second, so that quick answers do not flicker. */
export function LoadingState() {
  return (
    <div className={classes.loading} role="status" aria-label={text("common.loading")}>
      <Loader size="sm" type="dots" />
    </div>
  );
}

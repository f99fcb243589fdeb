import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./SampleSheet.module.css";

/** A sheet in miniature, so that nobody has to print one to know what it is. */
export function SampleSheet() {
  const { dealership } = useSession();
  return (
    <div className={classes.sheet} aria-hidden="true">
      <b>{dealership.name}</b>
      {dealership.postcode}
      <i />
      <i />
      <i />
      <b>{text("capture_form.sampleTitle")}</b>
      <span className={classes.box}>{text("consent.email")}</span>
      <span className={classes.box}>{text("consent.sms")}</span>
      <span className={classes.box}>{text("consent.post")}</span>
      <span className={classes.box}>{text("consent.phone")}</span>
      <span className={classes.box}>{text("consent.social")}</span>
      <i />
      <span className={classes.number}>{text("capture_form.sampleNumber")}</span>
    </div>
  );
}

import { CHANNELS } from "@/bindings/constants";
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
      {Object.values(CHANNELS).map((channel) => (
        <span key={channel} className={classes.box}>
          {channel}
        </span>
      ))}
      <i />
      <span className={classes.number}>{text("capture_form.sampleNumber")}</span>
    </div>
  );
}

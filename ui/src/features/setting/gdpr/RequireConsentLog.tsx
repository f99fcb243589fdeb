import { MomentText } from "@/components/DateText";
import { ErrorState } from "@/components/ErrorState";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Log.module.css";

const SHOWN = 8;

/** Who turned Require Consent for Marketing on and off (D-04): user, date, time, workstation, reason. */
export function RequireConsentLog() {
  // Reading the log needs a right of its own; without it the tick box stands alone, and nothing is asked.
  const missing = useMissingRight("list_setting_changes");
  const enabled = missing === null;
  const changes = useCall("list_setting_changes", { after: null, limit: 200 }, { enabled });
  if (missing) return null;
  const log = changes.data?.rows
    .filter(({ setting }) => setting === "gdpr.require_consent")
    .slice(0, SHOWN);
  return (
    // Folded: History has all of them, and the page begins with what can be set.
    <details className={classes.log} aria-label={text("setting.changeLog")}>
      <summary>{text("setting.changeLog")}</summary>
      {changes.error && <ErrorState refusal={changes.error} />}
      {log?.length === 0 && <p>{text("setting.changeLogNone")}</p>}
      {log && log.length > 0 && (
        <ul className={shared.ruled}>
          {log.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no id and never move
            <li key={index} className={classes.line}>
              <MomentText local={change.local} />
              <span>
                {text(change.new === true ? "setting.turnedOn" : "setting.turnedOff")}
                {change.reason && (
                  <>
                    {" "}
                    <q>{change.reason}</q>
                  </>
                )}
              </span>
              <span className={shared.small}>
                {change.by}, {change.workstation}
              </span>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

import { Button } from "@mantine/core";
import { useState } from "react";
import type { ConsentView, ContactId, Screen, Shade } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { ShadeMark } from "@/components/ShadeMark";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { useMissingRight, useSession } from "@/lib/session";
import { type TextKey, text } from "@/lib/texts";
import { AllPermissions } from "./AllPermissions";
import classes from "./Consent.module.css";
import { ConsentTable } from "./ConsentTable";
import { EditConsentDialog } from "./EditConsentDialog";
import { ExclusionDialog } from "./ExclusionDialog";
import { ReviewDialog } from "./ReviewDialog";
import { useStop } from "./useStop";
import { deferredWords } from "./words";

interface ConsentPanelProps {
  contactId: ContactId;
  /** The contact's name, for the words of the dialogs. */
  name: string;
  /** Where the panel stands; kept with every change it records (D-11). */
  screen: Screen;
}

/** Marketing Consent (D-06): what the customer allows, since when, and the way to change it. The same on every screen. */
export function ConsentPanel({ contactId, name, screen }: ConsentPanelProps) {
  const consent = useCall("get_consent", { contact_id: contactId });
  const missing = useMissingRight("save_consent");
  const [editing, setEditing] = useState<ConsentView | null>(null);
  const [excluding, setExcluding] = useState<ConsentView | null>(null);
  const [reviewing, setReviewing] = useState<ConsentView | null>(null);
  const [all, setAll] = useState(false);
  const view = consent.data;
  const stopping = useStop(view, screen);
  return (
    <Card
      title={text("consent.title")}
      action={
        view && (
          <button type="button" className={classes.link} onClick={() => setAll(true)}>
            {text("consent.allPermissions")}
          </button>
        )
      }
    >
      {!view && consent.error && <ErrorState refusal={consent.error} onRetry={consent.refetch} />}
      {!view && !consent.error && <LoadingState />}
      {view && (
        <div className={classes.panel}>
          {/* Above everything, so that they are in reach in a low window and cover nothing. */}
          <div className={classes.buttons}>
            <WithReason reason={missing}>
              <Button size="compact-md" onClick={() => setEditing(view)}>
                {text("consent.edit")}
              </Button>
            </WithReason>
            <WithReason
              reason={view.excluded_by_customer ? text("consent.excludedByCustomer") : missing}
            >
              <Button size="compact-md" variant="default" onClick={() => setExcluding(view)}>
                {text(view.excluded ? "consent.include" : "consent.exclude")}
              </Button>
            </WithReason>
          </div>
          {view.excluded && (
            <Notice tone="bad" title={text("consent.excludedTitle")}>
              {text("consent.excludedWords")}
            </Notice>
          )}
          <ConsentTable view={view} stopping={stopping} />
          <Dates view={view} missing={missing} onReview={() => setReviewing(view)} />
        </div>
      )}
      {editing && (
        <EditConsentDialog
          view={editing}
          name={name}
          screen={screen}
          onClose={() => setEditing(null)}
        />
      )}
      {view && all && <AllPermissions view={view} name={name} onClose={() => setAll(false)} />}
      {reviewing && (
        <ReviewDialog
          view={reviewing}
          name={name}
          screen={screen}
          onClose={() => setReviewing(null)}
          onAnswered={() => setReviewing(null)}
        />
      )}
      {excluding && (
        <ExclusionDialog
          view={excluding}
          name={name}
          screen={screen}
          onClose={() => setExcluding(null)}
        />
      )}
    </Card>
  );
}

interface DatesProps {
  view: ConsentView;
  /** Why nothing may be recorded here. */
  missing: string | null;
  onReview: () => void;
}

/**
 * When consent was last obtained and last looked at, what is to be done about that, and what the
 * manufacturer may be told (D-06, D-09, D-13, D-14). What the table says already is not said again.
 */
function Dates({ view, missing, onReview }: DatesProps) {
  const { franchised } = useSession();
  const { last_obtained: obtained, last_reviewed: reviewed, manufacturer, review } = view;
  return (
    <dl className={classes.dates}>
      <dt>{text("consent.lastObtained")}</dt>
      <dd>
        {obtained ? (
          text("consent.occasion", {
            date: ukDate(obtained.date),
            method: obtained.method,
            by: obtained.by,
          })
        ) : (
          <span className={classes.amber}>{text("consent.neverRecorded")}</span>
        )}
        {!view.excluded && view.reconsent_text && (
          <span className={`${classes.line} ${classes.amber}`}>{view.reconsent_text}</span>
        )}
      </dd>
      <dt>{text("consent.lastReviewed")}</dt>
      <dd className={classes.review}>
        <span className={reviewed && !review.due ? undefined : classes.amber}>
          {reviewed
            ? text("consent.reviewedBy", { date: ukDate(reviewed.date), by: reviewed.by })
            : text("consent.neverReviewed")}
          {review.deferrals > 0 && ` ${deferredWords(review.deferrals)}`}
        </span>
        {review.due && (
          <WithReason reason={missing}>
            <Button variant="default" size="compact-xs" onClick={onReview}>
              {text("consent.reviewNow")}
            </Button>
          </WithReason>
        )}
      </dd>
      {franchised && manufacturer.length > 0 && (
        <>
          <dt>{text("consent.manufacturer")}</dt>
          <dd>
            {manufacturer.map(({ brand, shade }) => (
              <div key={brand} className={classes.brand}>
                <bdi>{text("consent.brand", { brand })}</bdi>
                <ShadeMark shade={shade} words={text(MAY_TELL[shade] ?? "consent.mayNotPass")} />
              </div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

const MAY_TELL: Partial<Record<Shade, TextKey>> = {
  given: "consent.mayPass",
  expired: "consent.mayPassExpired",
  assumed: "consent.mayPassAssumed",
  partly: "consent.mayPassPartly",
};

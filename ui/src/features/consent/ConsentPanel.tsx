import { Button, Tooltip } from "@mantine/core";
import { useState } from "react";
import type { ConsentView, ContactId, Screen, Shade } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { WithKey } from "@/components/CommandKeys";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { ShadeMark } from "@/components/ShadeMark";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { useCommands } from "@/lib/commands";
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
  const noExclude = view?.excluded_by_customer ? text("consent.excludedByCustomer") : missing;
  useCommands(
    view
      ? [
          { id: "consent.edit", missing, run: () => setEditing(view) },
          { id: "consent.all", run: () => setAll(true) },
          {
            id: "consent.exclude",
            words: text(view.excluded ? "consent.include" : "consent.exclude"),
            missing: noExclude,
            run: () => setExcluding(view),
          },
        ]
      : [],
  );
  return (
    <Card
      title={text("consent.title")}
      action={
        view && (
          <WithReason reason={missing}>
            <WithKey id="consent.edit">
              <Button size="xs" onClick={() => setEditing(view)}>
                {text("consent.edit")}
              </Button>
            </WithKey>
          </WithReason>
        )
      }
    >
      {!view && consent.error && <ErrorState refusal={consent.error} onRetry={consent.refetch} />}
      {!view && !consent.error && <LoadingState />}
      {view && (
        <div className={classes.panel}>
          {view.died && (
            <Notice tone="plain" title={text("consent.diedTitle")}>
              {text("consent.diedWords")}
            </Notice>
          )}
          {view.excluded && (
            <Notice tone="bad" title={text("consent.excludedTitle")}>
              {text("consent.excludedWords")}
            </Notice>
          )}
          <ConsentTable view={view} stopping={stopping} />
          <Dates view={view} missing={missing} onReview={() => setReviewing(view)} />
          <div className={classes.buttons}>
            <WithReason reason={noExclude}>
              <button type="button" className={classes.link} onClick={() => setExcluding(view)}>
                {text(view.excluded ? "consent.include" : "consent.exclude")}
              </button>
            </WithReason>
            <button type="button" className={classes.link} onClick={() => setAll(true)}>
              {text("consent.allPermissions")}
            </button>
          </div>
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
          <span className={view.died ? undefined : classes.amber}>
            {text("consent.neverRecorded")}
          </span>
        )}
        <RunsOut view={view} />
      </dd>
      <dt>{text("consent.lastReviewed")}</dt>
      <dd className={classes.review}>
        <span className={view.died || (reviewed && !review.due) ? undefined : classes.amber}>
          {reviewed
            ? text("consent.reviewedBy", { date: ukDate(reviewed.date), by: reviewed.by })
            : text("consent.neverReviewed")}
          {review.deferrals > 0 && ` ${deferredWords(review.deferrals)}`}
        </span>
        {review.due && (
          <WithReason reason={missing}>
            <button type="button" className={classes.link} onClick={onReview}>
              {text("consent.reviewNow")}
            </button>
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

/** One line of when it runs out or ran out, as early as Settings call *about to expire*; in full on pointing at it. */
function RunsOut({ view }: { view: ConsentView }) {
  const { today } = useSession();
  const { reconsent_text: told, reconsent_due: due, reconsent_doubt: inDoubt } = view;
  if (view.excluded || !told || !due) return null;
  // Days written this way are in the order of their letters.
  const words = inDoubt
    ? "consent.clockInDoubt"
    : due < today
      ? "consent.ranOut"
      : "consent.goodUntil";
  return (
    <Tooltip label={told} withinPortal>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is said in full must be reachable by keyboard */}
      <span className={`${classes.line} ${classes.amber}`} tabIndex={0}>
        {text(words, { date: ukDate(due) })}
        <span className="visually-hidden">{told}</span>
      </span>
    </Tooltip>
  );
}

const MAY_TELL: Partial<Record<Shade, TextKey>> = {
  given: "consent.mayPass",
  expired: "consent.mayPassExpired",
  assumed: "consent.mayPassAssumed",
  partly: "consent.mayPassPartly",
};

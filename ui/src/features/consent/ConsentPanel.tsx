import { Button } from "@mantine/core";
import { useState } from "react";
import type { ConsentView, ContactId, Screen } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { ConsentTable } from "./ConsentTable";
import { EditConsentDialog } from "./EditConsentDialog";
import { ExclusionDialog } from "./ExclusionDialog";

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
  const [editing, setEditing] = useState<ConsentView | null>(null);
  const [excluding, setExcluding] = useState<ConsentView | null>(null);
  const view = consent.data;
  return (
    <Card title={text("consent.title")}>
      {!view && consent.error && <ErrorState refusal={consent.error} onRetry={consent.refetch} />}
      {!view && !consent.error && <LoadingState />}
      {view && (
        <div className={classes.panel}>
          {view.excluded && (
            <Notice tone="bad" title={text("consent.excludedTitle")}>
              {text("consent.excludedWords")}
            </Notice>
          )}
          {!view.excluded && view.reconsent_text && (
            <Notice tone="warn">{view.reconsent_text}</Notice>
          )}
          <ConsentTable contactId={contactId} rows={view.rows} excluded={view.excluded} />
          <Dates view={view} />
          <div className={classes.buttons}>
            <Button onClick={() => setEditing(view)}>{text("consent.edit")}</Button>
            <WithReason
              reason={view.excluded_by_customer ? text("consent.excludedByCustomer") : null}
            >
              <Button variant="default" onClick={() => setExcluding(view)}>
                {text(view.excluded ? "consent.include" : "consent.exclude")}
              </Button>
            </WithReason>
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

/** When consent was last obtained and last looked at, and what the manufacturer may be told (D-06, D-09, D-13). */
function Dates({ view }: { view: ConsentView }) {
  const { franchised } = useSession();
  const { last_obtained: obtained, last_reviewed: reviewed, manufacturer } = view;
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
      </dd>
      <dt>{text("consent.lastReviewed")}</dt>
      <dd>
        {reviewed ? (
          text("consent.reviewedBy", { date: ukDate(reviewed.date), by: reviewed.by })
        ) : (
          <span className={classes.amber}>{text("consent.neverReviewed")}</span>
        )}
      </dd>
      {franchised && manufacturer.length > 0 && (
        <>
          <dt>{text("consent.manufacturer")}</dt>
          <dd>
            {manufacturer.map(({ brand, allowed }) => (
              <div key={brand}>
                {manufacturer.length === 1
                  ? text(allowed ? "consent.mayPass" : "consent.mayNotPass")
                  : text(allowed ? "consent.brandMayPass" : "consent.brandMayNotPass", { brand })}
              </div>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

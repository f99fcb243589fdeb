import { Button } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { AsAtView, ContactId } from "@/bindings/commands";
import { DateField } from "@/components/DateField";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { InfoDialog } from "@/components/InfoDialog";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { useCall, useChange } from "@/lib/api";
import { useSession } from "@/lib/session";
import { plural, text } from "@/lib/texts";
import classes from "./AsAt.module.css";
import { CellState } from "./CellState";
import { gridWidth, PermissionGrid } from "./PermissionGrid";
import { WhyAnswers } from "./Why";

interface AsAtDialogProps {
  contactId: ContactId;
  name: string;
  onClose: () => void;
}

/** As it was on… (M-08): what a contact allowed at the end of a day, why, and the words shown until then. */
export function AsAtDialog({ contactId, name, onClose }: AsAtDialogProps) {
  const { today } = useSession();
  const [date, setDate] = useState(today);
  const [future, setFuture] = useState(false);
  const asked = useCall(
    "consent_as_at",
    { contact_id: contactId, date },
    { placeholderData: keepPreviousData },
  );
  const print = useChange("print_as_at", { onSuccess: notifyHandedOver, onError: notifyRefusal });
  const view = asked.isPlaceholderData ? undefined : asked.data;
  return (
    <InfoDialog
      opened
      title={text("asAt.title", { name })}
      size={Math.max(760, asked.data ? gridWidth(asked.data) + 40 : 0)}
      onClose={onClose}
    >
      <div className={classes.bar}>
        <DateField
          label={text("asAt.date")}
          focused
          value={date}
          error={future ? text("asAt.future") : null}
          onChange={(day) => {
            const later = day !== null && day > today;
            setFuture(later);
            if (day !== null && !later) setDate(day);
          }}
        />
        <Button
          variant="default"
          loading={print.isPending}
          disabled={!view || future}
          onClick={() => print.mutate({ contact_id: contactId, date })}
        >
          {text("asAt.print")}
        </Button>
      </div>
      {view ? (
        <AsAt view={view} />
      ) : asked.error ? (
        <ErrorState refusal={asked.error} onRetry={asked.refetch} />
      ) : (
        <LoadingState />
      )}
    </InfoDialog>
  );
}

function AsAt({ view }: { view: AsAtView }) {
  const date = view.date_local;
  if (!view.on_file) {
    return (
      <EmptyState icon={<IconCalendarOff size={22} />} title={text("asAt.notOnFileTitle")}>
        {text("asAt.notOnFileWords", { date })}
      </EmptyState>
    );
  }
  const months = view.reconsent_months;
  return (
    <div className={classes.day}>
      <h3>{text("asAt.state", { date })}</h3>
      {view.excluded && (
        <Notice tone="bad" title={text("consent.excludedTitle")}>
          {text("consent.excludedWords")}
        </Notice>
      )}
      <dl className={classes.facts}>
        <dt>{text("asAt.lastGiven")}</dt>
        <dd>{view.last_obtained_text}</dd>
        <dt>{text("asAt.counted")}</dt>
        <dd>
          {months === 0
            ? text("asAt.countedEver")
            : plural(months, "asAt.countedOne", "asAt.countedMany")}
        </dd>
      </dl>
      <PermissionGrid view={{ ...view, purposes_shown: true }}>
        {(cell) => <CellState state={cell} />}
      </PermissionGrid>
      <section aria-label={text("asAt.why")}>
        <h3>{text("asAt.why")}</h3>
        {view.why.map((why) => (
          <details key={why.channel} className={classes.channel}>
            <summary>{text("consent.whyTitle", { channel: why.label })}</summary>
            <WhyAnswers answers={why.answers} />
          </details>
        ))}
      </section>
      <section aria-label={text("asAt.notices")}>
        <h3>{text("asAt.notices")}</h3>
        {view.notices.length === 0 && <p>{text("asAt.noNotices")}</p>}
        {view.notices.map((notice) => (
          <div key={notice.version}>
            <h4>{text("asAt.version", { version: notice.version })}</h4>
            <p className={classes.words}>{notice.text}</p>
          </div>
        ))}
      </section>
      <section aria-label={text("asAt.events")}>
        <h3>{text("asAt.events")}</h3>
        {view.events.length === 0 && <p>{text("asAt.noEvents")}</p>}
        <ol className={classes.events}>
          {view.events.map((event, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two records may be alike in everything
            <li key={at}>
              <span>{event.at_local}</span>
              <div>
                <b>{event.text}</b>
                <p className={classes.proof}>
                  <bdi>{event.evidence}</bdi>
                  {event.notice_version !== null &&
                    ` · ${text("asAt.shown", { version: event.notice_version })}`}
                </p>
                {event.notes !== "" && (
                  <p className={classes.words} dir="auto">
                    {text("history.quote", { words: event.notes })}
                  </p>
                )}
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

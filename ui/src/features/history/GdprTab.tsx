import { Button, Group } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import type { ContactId, HistoryEntry, HistoryKind, HistoryText } from "@/bindings/commands";
import { WithKey } from "@/components/CommandKeys";
import { Details } from "@/components/Details";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { usePages } from "@/lib/pages";
import { useMissingRight } from "@/lib/session";
import { type TextKey, text } from "@/lib/texts";
import { byDay, inLines } from "./days";
import classes from "./History.module.css";

const PAGE = 50;

const FILTERS: { kind: HistoryKind | null; label: TextKey }[] = [
  { kind: null, label: "history.everything" },
  { kind: "consent", label: "history.consent" },
  { kind: "rights", label: "history.rights" },
  { kind: "portal", label: "history.portal" },
  { kind: "prints", label: "history.prints" },
];

interface GdprTabProps {
  contactId: ContactId;
  /** Opens the GDPR Rights Request (D-17); the page shows it, because More opens it too. */
  onRequest: () => void;
  /** Opens the as-at view (M-08), which belongs to Marketing Consent. */
  onAsAt: () => void;
  /** The consent receipt's menu (M-04). */
  receipt: ReactNode;
}

/** One chronological list of everything about this contact (D-10, D-39), to filter and to print. */
export function GdprTab({ contactId, onRequest, onAsAt, receipt }: GdprTabProps) {
  const [kind, setKind] = useState<HistoryKind | null>(null);
  const kinds = kind ? [kind] : [];
  const missing = useMissingRight("export_access");
  const noPrint = useMissingRight("print_history");
  const history = usePages("list_history", { contact_id: contactId, kinds, limit: PAGE });
  const { rows, hasMore, isLoadingMore, refusal, more } = history;
  // A rare kind far back: a page may come back empty with more behind it.
  const looking = rows.length === 0 && hasMore && !refusal;
  useEffect(() => {
    if (looking && !isLoadingMore) more();
  }, [looking, isLoadingMore, more]);
  const print = useChange("print_history", {
    onSuccess: notifyHandedOver,
    onError: notifyRefusal,
  });
  return (
    <div className={classes.tab}>
      <div className={classes.bar}>
        <div className={classes.chips} role="group" aria-label={text("history.filters")}>
          {FILTERS.map((filter) => (
            <button
              key={filter.label}
              type="button"
              className={classes.chip}
              aria-pressed={kind === filter.kind}
              onClick={() => setKind(filter.kind)}
            >
              {text(filter.label)}
            </button>
          ))}
        </div>
        <div className={classes.buttons}>
          <WithReason reason={noPrint}>
            <Button
              variant="default"
              loading={print.isPending}
              onClick={() => print.mutate({ contact_id: contactId, kinds })}
            >
              {text("common.print")}
            </Button>
          </WithReason>
          {receipt}
          <Button variant="default" onClick={onAsAt}>
            {text("asAt.open")}
          </Button>
          <WithReason reason={missing}>
            <WithKey id="record.rights">
              <Button onClick={onRequest}>{text("history.rightsRequest")}</Button>
            </WithKey>
          </WithReason>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <section className={classes.scroll} aria-label={text("history.history")} tabIndex={0}>
        {refusal && rows.length === 0 ? (
          <ErrorState refusal={refusal} onRetry={history.again} />
        ) : history.isPending || looking ? (
          <LoadingState />
        ) : rows.length === 0 ? (
          <EmptyState
            icon={<IconHistory size={22} />}
            title={text(kind ? "history.emptyFilterTitle" : "history.emptyTitle")}
          >
            {text(kind ? "history.emptyFilterWords" : "history.emptyWords")}
          </EmptyState>
        ) : (
          byDay(rows).map((day) => (
            <div key={day.key}>
              <h3 className={classes.day}>{day.heading}</h3>
              <ol className={shared.plain}>
                {day.entries.map((entry) => (
                  <Entry key={entry.seq} entry={entry} />
                ))}
              </ol>
            </div>
          ))
        )}
        {hasMore && rows.length > 0 && (
          <Group justify="center" p={10}>
            <Button
              variant="default"
              loading={isLoadingMore}
              onClick={refusal ? history.again : more}
            >
              {text("history.loadMore")}
            </Button>
          </Group>
        )}
      </section>
    </div>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  return (
    <li className={classes.entry}>
      <time dateTime={entry.at}>{entry.local_time}</time>
      <div>
        <h4>{entry.title}</h4>
        {inLines(entry.lines).map((line) => (
          <Line key={line.map(({ text: words }) => words).join()} line={line} />
        ))}
      </div>
      <div className={`${shared.small} ${classes.by}`}>
        {entry.by}
        <br />
        {entry.workstation}
      </div>
    </li>
  );
}

function Line({ line }: { line: HistoryText[] }) {
  const [first] = line;
  if (!first) return null;
  switch (first.tone) {
    case "on":
    case "off":
      return (
        <p className={classes.signs}>
          {line.map(({ tone, text: words }) => (
            <span key={words} className={tone === "on" ? classes.on : classes.off}>
              {words}
            </span>
          ))}
        </p>
      );
    case "quote":
      return (
        <p className={classes.quote} dir="auto">
          {text("history.quote", { words: first.text })}
        </p>
      );
    case "detail":
      return (
        <Details>
          <span className={shared.small}>{first.text}</span>
        </Details>
      );
    case "warn":
      return <p className={classes.warn}>{first.text}</p>;
    default:
      return (
        <p>
          <bdi>{first.text}</bdi>
        </p>
      );
  }
}

import { Button } from "@mantine/core";
import { IconCalendarOff, IconUserCheck } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Link } from "react-router";
import type { ContactId, ReconsentRow } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Table } from "@/components/Table";
import { paths } from "@/lib/paths";
import { plural, text } from "@/lib/texts";
import { columns } from "./columns";
import classes from "./Reconsent.module.css";
import type { useReconsent } from "./useReconsent";

interface ReconsentListProps {
  list: ReturnType<typeof useReconsent>;
  onOpen: (id: ContactId) => void;
  /** The line to begin at: the one somebody came back from. */
  startAt?: string;
  /** What can be done with the ticked contacts; the page brings it, because it is not this feature’s. */
  tickedActions: (ids: ContactId[]) => ReactNode;
}

/** Who has to be asked again, what ran out, and until when it was good. */
export function ReconsentList({ list, onOpen, startAt, tickedActions }: ReconsentListProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  if (list.refusal && list.rows.length === 0) {
    return <ErrorState refusal={list.refusal} onRetry={list.again} />;
  }
  if (list.isPending || !list.first) return <LoadingState />;
  const { total } = list;
  const { months } = list.first;
  if (months === 0) return <NeverAsked />;
  if (list.rows.length === 0) return <NobodyDue months={months} />;
  // Whoever was asked meanwhile has left the list, and with it the selection.
  const chosen = list.rows.filter((row) => ticked.has(row.id)).map((row) => row.id);

  return (
    <div className={classes.list}>
      <div className={classes.line} aria-live="polite">
        {chosen.length === 0 ? (
          <span>
            {total !== undefined && plural(total, "reconsent.listOne", "reconsent.listMany")}
          </span>
        ) : (
          <>
            <b>{plural(chosen.length, "reconsent.tickedOne", "reconsent.tickedMany")}</b>
            {tickedActions(chosen)}
            <Button variant="subtle" onClick={() => setTicked(new Set())}>
              {text("reconsent.clearTicks")}
            </Button>
          </>
        )}
        <span className={classes.spacer} />
        <span>
          {text("reconsent.period")}{" "}
          <SettingLink>{plural(months, "reconsent.monthsOne", "reconsent.monthsMany")}</SettingLink>
        </span>
      </div>
      <Table<ReconsentRow>
        label={text("reconsent.title")}
        columns={columns}
        rows={list.rows}
        keyOf={(row) => row.id}
        rowName={(row) => row.name || row.company}
        total={total}
        onOpen={(row) => onOpen(row.id)}
        startAt={startAt}
        onNearEnd={list.more}
        ticked={new Set(chosen)}
        onTick={setTicked}
        autoFocus
      />
    </div>
  );
}

/** Leads to GDPR Re-consent, where the setting is marked. */
function SettingLink({ children }: { children: ReactNode }) {
  return (
    <Link
      className={classes.link}
      to={paths.gdprSettings}
      state={{ setting: text("setting.reconsentMonths") }}
    >
      {children}
    </Link>
  );
}

/** The good news, and when it will change. */
function NobodyDue({ months }: { months: number }) {
  return (
    <Card>
      <EmptyState
        icon={<IconUserCheck size={22} />}
        title={text("reconsent.emptyTitle")}
        action={<SettingLink>{text("reconsent.openSetting")}</SettingLink>}
      >
        {plural(months, "reconsent.emptyWordsOne", "reconsent.emptyWords")}
      </EmptyState>
    </Card>
  );
}

/** A dealership that decided never to ask again (D-12: 0). */
function NeverAsked() {
  return (
    <Card>
      <EmptyState
        icon={<IconCalendarOff size={22} />}
        title={text("reconsent.neverTitle")}
        action={<SettingLink>{text("reconsent.openSetting")}</SettingLink>}
      >
        {text("reconsent.neverWords")}
      </EmptyState>
    </Card>
  );
}

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconUsers } from "@tabler/icons-react";
import { type ReactNode, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import type { ContactId, ContactLine, ContactSort } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Sort, Table } from "@/components/Table";
import { usePages } from "@/lib/pages";
import { usePainted } from "@/lib/painted";
import { paths } from "@/lib/paths";
import { plural, text } from "@/lib/texts";
import classes from "./ContactList.module.css";
import { contactColumns } from "./columns";
import { lastOpened, rememberOpened } from "./lastOpened";

/** Rows asked for at a time: some screenfuls, so that the scroll wheel never waits. */
const PAGE = 200;

interface ContactListProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** What can be done with the ticked contacts; the page brings it, because it is not this feature's. */
  tickedActions: (ids: ContactId[]) => ReactNode;
}

/** All Contacts: any number of them, page by page as far as somebody scrolls. */
export function ContactList({ sort, onSort, tickedActions }: ContactListProps) {
  const navigate = useNavigate();
  const wide = useMediaQuery("(min-width: 1500px)") ?? false;
  const columns = useMemo(() => contactColumns(wide), [wide]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const list = usePages("list_contacts", "after", {
    sort: sort.by as ContactSort,
    descending: sort.descending,
    limit: PAGE,
  });
  usePainted("contact_list_painted", list.first !== undefined);

  if (list.refusal && list.rows.length === 0) {
    return <ErrorState refusal={list.refusal} onRetry={list.again} />;
  }
  if (list.isPending) return <LoadingState />;
  const total = list.first?.total ?? list.rows.length;
  if (total === 0) return <NoContacts />;

  return (
    <div className={classes.list}>
      <div className={classes.line} aria-live="polite">
        {ticked.size === 0 ? (
          <span>{plural(total, "contact.listOne", "contact.listMany")}</span>
        ) : (
          <>
            <b>{plural(ticked.size, "contact.tickedOne", "contact.tickedMany")}</b>
            {tickedActions([...ticked] as ContactId[])}
            <Button variant="subtle" onClick={() => setTicked(new Set())}>
              {text("contact.clearTicks")}
            </Button>
          </>
        )}
      </div>
      <Table<ContactLine>
        label={text("contact.allContacts")}
        columns={columns}
        rows={list.rows}
        keyOf={(row) => row.id}
        rowName={(row) => row.name || row.company}
        total={total}
        sort={sort}
        onSort={onSort}
        onOpen={(row) => {
          rememberOpened(row.id);
          navigate(paths.contact(row.id));
        }}
        startAt={lastOpened() ?? undefined}
        onNearEnd={list.more}
        ticked={ticked}
        onTick={setTicked}
        autoFocus
      />
    </div>
  );
}

/** A fresh dealership: how to begin. */
function NoContacts() {
  const navigate = useNavigate();
  return (
    <Card>
      <EmptyState
        icon={<IconUsers size={22} />}
        title={text("contact.emptyTitle")}
        action={
          <>
            <Button onClick={() => navigate(paths.newContact())}>
              {text("contact.createFirst")}
            </Button>
            <Button variant="default" onClick={() => navigate(paths.imports)}>
              {text("contact.importContacts")}
            </Button>
          </>
        }
      >
        {text("contact.emptyWords")}
      </EmptyState>
    </Card>
  );
}

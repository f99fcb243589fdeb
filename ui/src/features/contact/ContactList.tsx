import { type ReactNode, useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { ListScreen } from "@/components/list/ListScreen";
import { notifyRefusal } from "@/components/notify";
import type { Sort } from "@/components/Table";
import { call, Refusal } from "@/lib/api";
import { usePainted } from "@/lib/painted";
import { paths } from "@/lib/paths";
import { ContactFilters } from "./ContactFilters";
import { asked, isNarrowed, type Narrowing } from "./contactFilter";
import { columnsBy, contacts } from "./contacts";
import { lastOpened, lastOpenedRow, rememberOpened } from "./lastOpened";
import { NoContacts } from "./NoContacts";
import { NoneMatch } from "./NoneMatch";
import type { useContacts } from "./useContacts";

interface ContactListProps {
  listing: ReturnType<typeof useContacts>;
  sort: Sort;
  onSort: (sort: Sort) => void;
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
  /** The ticked contacts, and how they change. */
  marks: readonly [ReadonlySet<string>, (marked: ReadonlySet<string>) => void];
  /** What can be done with the ticked contacts; the page brings it, because it is not this feature's. */
  tickedActions: (ids: ContactId[]) => ReactNode;
}

/** The orders that have letters to go to. */
const LETTERED = ["name", "town", "postcode"];

/** All Contacts: any number of them, entered anywhere, narrowed and sorted. */
export function ContactList({
  listing,
  sort,
  onSort,
  narrowing,
  onNarrow,
  marks,
  tickedActions,
}: ContactListProps) {
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const narrowed = isNarrowed(narrowing);
  const filter = asked(sort, narrowing);
  const of = JSON.stringify(filter);
  const list = useMemo(() => ({ ...contacts, columns: columnsBy(sort.by) }), [sort.by]);
  usePainted("contact_list_painted", listing.total !== undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is new at every turn, its words are not
  const onLetters = useCallback(
    async (letters: string) => {
      const found = await call("locate_contact", { ...filter, starts_with: letters }).catch(
        () => null,
      );
      return found?.row ?? null;
    },
    [of],
  );
  const tickAll = () => {
    call("list_contact_ids", filter)
      .then((ids) => marks[1](new Set(ids)))
      .catch((cause) => notifyRefusal(Refusal.from(cause)));
  };

  return (
    <ListScreen
      list={list}
      listing={listing}
      aside={<ContactFilters value={narrowing} onChange={onNarrow} />}
      instead={narrowed ? undefined : <NoContacts />}
      empty={<NoneMatch onClear={() => onNarrow({})} />}
      tickedActions={(ids) => tickedActions(ids as ContactId[])}
      sort={sort}
      onSort={onSort}
      marks={marks}
      onTickAll={tickAll}
      onLetters={LETTERED.includes(sort.by) ? onLetters : undefined}
      of={of}
      onOpen={({ id }, row) => {
        rememberOpened(id, row);
        navigate(paths.contact(id), { state: { from: pathname + query } });
      }}
      startAt={lastOpened() ?? undefined}
      startRow={lastOpenedRow()}
      autoFocus
    />
  );
}

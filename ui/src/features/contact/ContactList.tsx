import { IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLocation, useNavigate } from "react-router";
import type { ContactId, ContactSort } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import type { Sort } from "@/components/Table";
import { usePainted } from "@/lib/painted";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { contacts } from "./contacts";
import { FoundBy } from "./FoundBy";
import { lastOpened, rememberOpened } from "./lastOpened";
import { NoContacts } from "./NoContacts";

interface ContactListProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** Only whom a search for these words finds; everybody for none. */
  search: string;
  /** Shows everybody again. */
  onEverybody: () => void;
  /** What can be done with the ticked contacts; the page brings it, because it is not this feature's. */
  tickedActions: (ids: ContactId[]) => ReactNode;
}

/** All Contacts: any number of them, page by page as far as somebody scrolls. */
export function ContactList({
  sort,
  onSort,
  search,
  onEverybody,
  tickedActions,
}: ContactListProps) {
  const navigate = useNavigate();
  const { pathname, search: query } = useLocation();
  const listing = useList(contacts, {
    sort: sort.by as ContactSort,
    descending: sort.descending,
    search,
  });
  usePainted("contact_list_painted", listing.first !== undefined);
  return (
    <ListScreen
      list={contacts}
      listing={listing}
      above={search !== "" && <FoundBy words={search} onEverybody={onEverybody} />}
      instead={search === "" ? <NoContacts /> : undefined}
      empty={
        <EmptyState icon={<IconSearch size={22} />} title={text("contact.nobodyFound")}>
          {text("search.notFoundHint")}
        </EmptyState>
      }
      tickedActions={(ids) => tickedActions(ids as ContactId[])}
      sort={sort}
      onSort={onSort}
      onOpen={({ id }) => {
        rememberOpened(id);
        navigate(paths.contact(id), { state: { from: pathname + query } });
      }}
      startAt={lastOpened() ?? undefined}
      autoFocus
    />
  );
}

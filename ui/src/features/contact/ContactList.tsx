import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import type { ContactId, ContactSort } from "@/bindings/commands";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import type { Sort } from "@/components/Table";
import { usePainted } from "@/lib/painted";
import { paths } from "@/lib/paths";
import { contacts } from "./contacts";
import { lastOpened, rememberOpened } from "./lastOpened";
import { NoContacts } from "./NoContacts";

interface ContactListProps {
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** What can be done with the ticked contacts; the page brings it, because it is not this feature's. */
  tickedActions: (ids: ContactId[]) => ReactNode;
}

/** All Contacts: any number of them, page by page as far as somebody scrolls. */
export function ContactList({ sort, onSort, tickedActions }: ContactListProps) {
  const navigate = useNavigate();
  const listing = useList(contacts, {
    sort: sort.by as ContactSort,
    descending: sort.descending,
  });
  usePainted("contact_list_painted", listing.first !== undefined);
  return (
    <ListScreen
      list={contacts}
      listing={listing}
      instead={<NoContacts />}
      tickedActions={(ids) => tickedActions(ids as ContactId[])}
      sort={sort}
      onSort={onSort}
      onOpen={({ id }) => {
        rememberOpened(id);
        navigate(paths.contact(id));
      }}
      startAt={lastOpened() ?? undefined}
      autoFocus
    />
  );
}

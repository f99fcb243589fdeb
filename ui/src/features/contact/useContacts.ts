import type { Sort } from "@/components/Table";
import { askAhead, useAnywhere } from "@/lib/anywhere";
import { asked, type Narrowing, readNarrowing, readSort } from "./contactFilter";
import { contacts } from "./contacts";
import { lastOpenedRow } from "./lastOpened";

/** All Contacts in this order, as far as somebody narrowed them; it begins where somebody came back from. */
export function useContacts(sort: Sort, narrowing: Narrowing) {
  return useAnywhere("list_contacts", asked(sort, narrowing), contacts.page, {
    startRow: lastOpenedRow(),
  });
}

/** Asks for the contacts that this address shows, before there is a screen for them. */
export function askAheadForContacts(search: URLSearchParams): Promise<void> {
  return askAhead("list_contacts", asked(readSort(search), readNarrowing(search)), contacts.page, {
    startRow: lastOpenedRow(),
  });
}

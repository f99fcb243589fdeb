import type { Sort } from "@/components/Table";
import { useAnywhere } from "@/lib/anywhere";
import { asked, type Narrowing } from "./contactFilter";
import { contacts } from "./contacts";
import { lastOpenedRow } from "./lastOpened";

/** All Contacts in this order, as far as somebody narrowed them; it begins where somebody came back from. */
export function useContacts(sort: Sort, narrowing: Narrowing) {
  return useAnywhere("list_contacts", asked(sort, narrowing), contacts.page, {
    startRow: lastOpenedRow(),
  });
}

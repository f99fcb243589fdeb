import type { ContactId, ContactLine } from "@/bindings/commands";
import { ChannelMarks } from "@/components/ChannelMarks";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import shared from "@/components/shared.module.css";
import type { Column, Sort } from "@/components/Table";
import { count } from "@/lib/format";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";
import { asked, isNarrowed, type Narrowing } from "./contactFilter";

const consent: Column<ContactLine> = {
  key: "consent",
  header: heading("contacts", "consent"),
  width: "124px",
  cell: (row) => <ChannelMarks marks={row.marks} />,
};

/** Sorted by surname it reads surname first: an order that cannot be seen looks like none. */
function nameColumn(filed: boolean): Column<ContactLine> {
  const name = (row: ContactLine) => (filed ? row.filed_as : row.name);
  return {
    key: "name",
    header: heading("contacts", "name"),
    width: "minmax(150px, 2fr)",
    fit: { words: (row) => `${name(row)} ${row.company} ${row.died ?? ""}`, least: 150, most: 300 },
    sort: "name",
    cell: (row) => <NameCell name={name(row)} company={row.company} note={row.died} />,
  };
}

const others: Column<ContactLine>[] = [
  {
    key: "reference",
    header: heading("contacts", "reference"),
    width: "92px",
    sort: "reference",
    cell: (row) => <span className={shared.figures}>{row.reference}</span>,
  },
  {
    key: "town",
    header: heading("contacts", "town"),
    width: "minmax(84px, 1fr)",
    fit: { words: (row) => row.town, least: 84, most: 190 },
    sort: "town",
    cell: (row) => <bdi>{row.town}</bdi>,
  },
  {
    key: "postcode",
    header: heading("contacts", "postcode"),
    width: "88px",
    sort: "postcode",
    cell: (row) => <span className={shared.quiet}>{row.postcode}</span>,
  },
  {
    key: "phone",
    header: heading("contacts", "phone"),
    width: "120px",
    sort: "phone",
    cell: (row) => <bdi className={shared.figures}>{row.phone}</bdi>,
  },
  {
    key: "email",
    header: heading("contacts", "email"),
    width: "minmax(120px, 1.5fr)",
    fit: { words: (row) => row.email, least: 120, most: 300 },
    sort: "email",
    cell: (row) => <bdi className={shared.quiet}>{row.email}</bdi>,
  },
  {
    key: "plate",
    header: heading("contacts", "registration"),
    width: "98px",
    sort: "registration",
    cell: (row) => row.registration,
  },
  {
    key: "changed",
    header: text("contact.columnChanged"),
    width: "136px",
    sort: "changed",
    wide: true,
    cell: (row) => <span className={shared.quiet}>{row.changed_local}</span>,
  },
];

/** The columns as the list is sorted. */
export function columnsBy(sort: string): Column<ContactLine>[] {
  return [consent, nameColumn(sort === "name"), ...others];
}

interface Shown {
  sort: Sort;
  narrowing: Narrowing;
  ticked: ContactId[];
  /** How many are shown. */
  total: number;
}

/** What is printed and exported: those who are ticked, else the list as it is narrowed. */
function reportsOf({ sort, narrowing, ticked, total }: Shown) {
  const chosen = ticked.length > 0;
  const input = asked(sort, chosen ? {} : narrowing);
  const what = chosen ? { ...input, ids: ticked } : input;
  const label = (
    ofTicked: "contact.printTicked" | "contact.exportTicked",
    ofShown: "contact.printShown" | "contact.exportShown",
  ) => {
    if (chosen) return text(ofTicked, { count: count(ticked.length) });
    return isNarrowed(narrowing) ? text(ofShown, { count: count(total) }) : undefined;
  };
  return [
    {
      as: "print",
      command: "print_contacts",
      input: what,
      label: label("contact.printTicked", "contact.printShown"),
    },
    {
      as: "csv",
      command: "export_contacts",
      input: what,
      label: label("contact.exportTicked", "contact.exportShown"),
    },
  ] as const;
}

/** All Contacts. */
export const contacts: List<"list_contacts", Shown> = {
  name: "list_contacts",
  // Some screenfuls, so that the scroll wheel never waits.
  page: 200,
  label: text("contact.allContacts"),
  columns: columnsBy("name"),
  keyOf: (row) => row.id,
  rowName: (row) => row.name || row.company,
  counted: { one: "contact.listOne", many: "contact.listMany" },
  ticked: { one: "contact.tickedOne", many: "contact.tickedMany" },
  reports: reportsOf,
};

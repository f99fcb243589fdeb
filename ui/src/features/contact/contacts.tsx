import type { ContactLine, ContactSort } from "@/bindings/commands";
import { ChannelMarks } from "@/components/ChannelMarks";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";
import classes from "./ContactList.module.css";

const columns: Column<ContactLine>[] = [
  {
    key: "consent",
    header: heading("contacts", "consent"),
    width: "124px",
    cell: (row) => <ChannelMarks marks={row.marks} />,
  },
  {
    key: "name",
    header: heading("contacts", "name"),
    width: "minmax(180px, 2.2fr)",
    sort: "name",
    cell: (row) => <NameCell name={row.name} company={row.company} />,
  },
  {
    key: "reference",
    header: heading("contacts", "reference"),
    width: "96px",
    sort: "reference",
    cell: (row) => <span className={shared.figures}>{row.reference}</span>,
  },
  {
    key: "town",
    header: text("contact.columnTown"),
    width: "minmax(150px, 1.4fr)",
    sort: "postcode",
    cell: (row) => (
      <span className={classes.place}>
        <bdi className={classes.town}>{row.town}</bdi>
        <span className={classes.postcode}>{row.postcode}</span>
      </span>
    ),
  },
  {
    key: "phone",
    header: heading("contacts", "phone"),
    width: "126px",
    cell: (row) => <bdi className={shared.figures}>{row.phone}</bdi>,
  },
  {
    key: "email",
    header: heading("contacts", "email"),
    width: "minmax(150px, 1.5fr)",
    cell: (row) => <bdi className={shared.quiet}>{row.email}</bdi>,
  },
  {
    key: "plate",
    header: heading("contacts", "registration"),
    width: "92px",
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

/** All Contacts. */
export const contacts: List<"list_contacts", { sort: ContactSort; search: string }> = {
  name: "list_contacts",
  // Some screenfuls, so that the scroll wheel never waits.
  page: 200,
  label: text("contact.allContacts"),
  columns,
  keyOf: (row) => row.id,
  rowName: (row) => row.name || row.company,
  counted: { one: "contact.listOne", many: "contact.listMany" },
  ticked: { one: "contact.tickedOne", many: "contact.tickedMany" },
  reports: ({ sort, search }) => [
    { as: "print", command: "print_contacts", input: { sort, search } },
    { as: "csv", command: "export_contacts", input: { search } },
  ],
};

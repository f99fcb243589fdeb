import type { ReconsentRow } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";

const columns: Column<ReconsentRow>[] = [
  {
    key: "name",
    header: heading("reconsent", "name"),
    width: "minmax(160px, 1.6fr)",
    cell: (row) => <NameCell name={row.name} company={row.company} />,
  },
  {
    key: "reference",
    header: heading("reconsent", "reference"),
    width: "96px",
    cell: (row) => <span className={shared.figures}>{row.reference}</span>,
  },
  {
    key: "phone",
    header: heading("reconsent", "phone"),
    width: "126px",
    cell: (row) => <bdi className={shared.figures}>{row.phone}</bdi>,
  },
  {
    key: "email",
    header: heading("reconsent", "email"),
    width: "minmax(130px, 1fr)",
    cell: (row) => (
      <bdi className={shared.quiet} title={row.email}>
        {row.email}
      </bdi>
    ),
  },
  {
    key: "obtained",
    header: heading("reconsent", "last_obtained_text"),
    width: "132px",
    cell: (row) =>
      row.never_recorded ? (
        <StatusMark mark="caution" words={row.last_obtained_text} />
      ) : (
        <span className={shared.figures}>{row.last_obtained_text}</span>
      ),
  },
  {
    key: "ran_out",
    header: heading("reconsent", "ran_out"),
    width: "minmax(190px, 1.8fr)",
    cell: (row) => <span title={row.ran_out}>{row.ran_out}</span>,
  },
  {
    key: "good_until",
    header: heading("reconsent", "good_until"),
    width: "98px",
    cell: (row) => <span className={shared.figures}>{row.good_until}</span>,
  },
];

/** Marketing Re-consent Needed (D-15). The order is the list’s own, longest overdue first. */
export const reconsents: List<"list_reconsent", void> = {
  name: "list_reconsent",
  // Some screenfuls, so that the scroll wheel never waits.
  page: 200,
  label: text("reconsent.title"),
  columns,
  keyOf: (row) => row.id,
  rowName: (row) => row.name || row.company,
  counted: { one: "reconsent.listOne", many: "reconsent.listMany" },
  ticked: { one: "contact.tickedOne", many: "contact.tickedMany" },
  reports: () => [
    { as: "print", command: "print_reconsent", input: {}, label: text("reconsent.printList") },
    { as: "csv", command: "export_reconsent", input: {} },
  ],
};

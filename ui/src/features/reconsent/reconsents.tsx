import type { ContactId, ReconsentRow } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { count } from "@/lib/format";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";

const columns: Column<ReconsentRow>[] = [
  {
    key: "name",
    header: heading("reconsent", "name"),
    width: "minmax(130px, 1.6fr)",
    fit: { words: (row) => `${row.name} ${row.company}`, least: 130, most: 260 },
    cell: (row) => <NameCell name={row.name} company={row.company} />,
  },
  {
    key: "reference",
    header: heading("reconsent", "reference"),
    width: "90px",
    cell: (row) => <span className={shared.figures}>{row.reference}</span>,
  },
  {
    key: "phone",
    header: heading("reconsent", "phone"),
    width: "118px",
    cell: (row) => <bdi className={shared.figures}>{row.phone}</bdi>,
  },
  {
    key: "email",
    header: heading("reconsent", "email"),
    width: "minmax(110px, 1fr)",
    fit: { words: (row) => row.email, least: 110, most: 260 },
    cell: (row) => <bdi className={shared.quiet}>{row.email}</bdi>,
  },
  {
    key: "obtained",
    header: heading("reconsent", "last_obtained_text"),
    width: "126px",
    cell: (row) =>
      row.never_recorded ? (
        <StatusMark mark="missing" words={row.last_obtained_text} />
      ) : (
        <span className={shared.figures}>{row.last_obtained_text}</span>
      ),
  },
  {
    key: "ran_out",
    header: heading("reconsent", "ran_out"),
    width: "minmax(150px, 1.8fr)",
    fit: { words: (row) => row.ran_out, least: 150, most: 420 },
    cell: (row) => row.ran_out,
  },
  {
    key: "good_until",
    header: heading("reconsent", "good_until"),
    width: "106px",
    cell: (row) => <span className={shared.figures}>{row.good_until}</span>,
  },
];

/** What is printed and exported: those who are ticked, else the whole list. */
function reportsOf(ticked: ContactId[]) {
  const input = ticked.length > 0 ? { ids: ticked } : {};
  const label = (ofTicked: "contact.printTicked" | "contact.exportTicked") =>
    ticked.length > 0 ? text(ofTicked, { count: count(ticked.length) }) : undefined;
  return [
    {
      as: "print",
      command: "print_reconsent",
      input,
      label: label("contact.printTicked") ?? text("reconsent.printList"),
    },
    { as: "csv", command: "export_reconsent", input, label: label("contact.exportTicked") },
  ] as const;
}

/** Marketing Re-consent Needed (D-15). The order is the list’s own, longest overdue first. */
export const reconsents: List<"list_reconsent", ContactId[]> = {
  name: "list_reconsent",
  // Some screenfuls, so that the scroll wheel never waits.
  page: 200,
  label: text("reconsent.title"),
  columns,
  keyOf: (row) => row.id,
  rowName: (row) => row.name || row.company,
  counted: { one: "reconsent.listOne", many: "reconsent.listMany" },
  ticked: { one: "contact.tickedOne", many: "contact.tickedMany" },
  reports: reportsOf,
};

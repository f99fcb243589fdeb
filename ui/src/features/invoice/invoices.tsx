import type { InvoiceRow } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import { StatusMark } from "@/components/StatusMark";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import { pounds } from "@/lib/money";
import type { FilterOf } from "@/lib/pages";
import { text } from "@/lib/texts";
import classes from "./Invoice.module.css";

/** What the list is asked for. */
export type InvoicesAsked = FilterOf<"list_invoices">;

/** What a department's list can be narrowed to, by the word that its address holds. */
export const SHOWN = ["all", "drafts", "posted", "invoices"] as const;
export type Shown = (typeof SHOWN)[number];

/** What a word of the address means to the list. */
export function askedOf(department: "service" | "parts", shown: Shown): InvoicesAsked {
  if (shown === "drafts") return { department, status: "draft" };
  if (shown === "posted") return { department, status: "posted" };
  if (shown === "invoices") return { kind: department, status: "posted" };
  return { department };
}

/** The word in the address of a list. */
export function readShown(search: URLSearchParams): Shown {
  const word = search.get("show");
  return SHOWN.find((one) => one === word) ?? "all";
}

export function writeShown(shown: Shown): Record<string, string> {
  return shown === "all" ? {} : { show: shown };
}

const money = (key: "net" | "vat" | "total", wide = false): Column<InvoiceRow> => ({
  key,
  header: heading("invoices", key),
  width: "104px",
  wide,
  cell: (row) => <span className={classes.number}>{pounds(row[key])}</span>,
});

const columns: Column<InvoiceRow>[] = [
  {
    key: "number",
    header: heading("invoices", "number"),
    width: "112px",
    cell: (row) => row.number || <StatusMark mark="caution" words={text("invoice.draft")} />,
  },
  {
    key: "date",
    header: heading("invoices", "posted_text"),
    width: "92px",
    cell: (row) => row.posted_text,
  },
  { key: "kind", header: heading("invoices", "title"), width: "124px", cell: (row) => row.title },
  {
    key: "name",
    header: heading("invoices", "name"),
    width: "minmax(130px, 2fr)",
    cell: (row) => <NameCell name={row.name} company="" />,
  },
  {
    key: "registration",
    header: heading("invoices", "registration"),
    width: "104px",
    cell: (row) => row.registration,
  },
  money("net", true),
  money("vat", true),
  money("total"),
  {
    key: "due",
    header: heading("invoices", "due_text"),
    width: "92px",
    cell: (row) => (row.kind === "credit_note" ? "" : row.due_text),
  },
];

/** Invoices and credit notes of a department, or of a contact: drafts first, then the newest. */
export const invoices: List<"list_invoices", InvoicesAsked> = {
  name: "list_invoices",
  page: 100,
  label: text("invoice.invoices"),
  columns,
  keyOf: (row) => row.id,
  rowName: (row) => row.number || text("invoice.draft"),
  counted: { one: "invoice.listOne", many: "invoice.listMany", latest: "invoice.listLatest" },
  reports: (asked) => [
    { as: "print", command: "print_invoices", input: asked },
    { as: "csv", command: "export_invoices", input: asked },
  ],
};

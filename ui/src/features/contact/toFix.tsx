import type { AddressToFix } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";

const columns: Column<AddressToFix>[] = [
  {
    key: "name",
    header: heading("addresses_to_fix", "name"),
    width: "minmax(150px, 1.6fr)",
    fit: { words: (row) => row.name, least: 150, most: 300 },
    cell: (row) => <NameCell name={row.name} company="" />,
  },
  {
    key: "reference",
    header: heading("addresses_to_fix", "reference"),
    width: "96px",
    cell: (row) => <span className={shared.figures}>{row.reference}</span>,
  },
  {
    key: "what",
    header: heading("addresses_to_fix", "kind_text"),
    width: "104px",
    cell: (row) => row.kind_text,
  },
  {
    key: "typed",
    header: heading("addresses_to_fix", "typed"),
    width: "minmax(150px, 2fr)",
    fit: { words: (row) => row.typed, least: 150, most: 360 },
    cell: (row) => <bdi>{row.typed}</bdi>,
  },
  {
    key: "since",
    header: heading("addresses_to_fix", "since"),
    width: "106px",
    cell: (row) => <span className={shared.figures}>{row.since}</span>,
  },
];

/** Addresses to Fix (L-04), newest first. */
export const toFix: List<"list_addresses_to_fix"> = {
  name: "list_addresses_to_fix",
  page: 100,
  label: text("contact.toFix"),
  columns,
  keyOf: (row) => `${row.id}`,
  rowName: (row) => row.name,
  counted: { one: "contact.toFixOne", many: "contact.toFixMany" },
  reports: () => [
    { as: "print", command: "print_addresses_to_fix", input: {} },
    { as: "csv", command: "export_addresses_to_fix", input: {} },
  ],
};

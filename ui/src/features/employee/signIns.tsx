import type { SignInEntry } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";

const columns: Column<SignInEntry>[] = [
  {
    key: "when",
    header: heading("sign_ins", "local"),
    width: "150px",
    cell: (entry) => entry.local,
  },
  {
    key: "who",
    header: heading("sign_ins", "who"),
    width: "minmax(140px, 1fr)",
    cell: (entry) => <b>{entry.who}</b>,
  },
  {
    key: "what",
    header: heading("sign_ins", "what"),
    width: "minmax(160px, 1.4fr)",
    cell: (entry) => entry.what,
  },
  {
    key: "where",
    header: heading("sign_ins", "workstation"),
    width: "minmax(120px, 1fr)",
    cell: (entry) => entry.workstation,
  },
];

/** Signing in and out, locks, wrong passwords and refusals, newest first. */
export const signIns: List<"list_sign_ins"> = {
  name: "list_sign_ins",
  page: 100,
  label: text("setting.signIns"),
  columns,
  keyOf: (_, index) => String(index),
  reports: () => [
    { as: "print", command: "print_sign_ins", input: {} },
    { as: "csv", command: "export_sign_ins", input: {} },
  ],
};

import { IconLogin2 } from "@tabler/icons-react";
import type { SignInEntry } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { type List, useList } from "@/components/list/list";
import type { Column } from "@/components/Table";
import { text } from "@/lib/texts";

const columns: Column<SignInEntry>[] = [
  {
    key: "when",
    header: text("common.columnWhen"),
    width: "150px",
    cell: (entry) => entry.local,
  },
  {
    key: "who",
    header: text("common.columnWho"),
    width: "minmax(140px, 1fr)",
    cell: (entry) => <b>{entry.who}</b>,
  },
  {
    key: "what",
    header: text("employee.columnWhat"),
    width: "minmax(160px, 1.4fr)",
    cell: (entry) => entry.what,
  },
  {
    key: "where",
    header: text("common.columnWhere"),
    width: "minmax(120px, 1fr)",
    cell: (entry) => entry.workstation,
  },
];

const signIns: List<"list_sign_ins"> = {
  name: "list_sign_ins",
  page: 100,
  label: text("setting.signIns"),
  columns,
  keyOf: (_, index) => String(index),
};

/** Who signed in, locked and left, where and when. */
export function SignInList() {
  return (
    <ListScreen
      list={signIns}
      listing={useList(signIns, {})}
      empty={<EmptyState icon={<IconLogin2 size={22} />} title={text("employee.signInsEmpty")} />}
    />
  );
}

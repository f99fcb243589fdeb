import { IconLogin2 } from "@tabler/icons-react";
import type { SignInEntry } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Column, Table } from "@/components/Table";
import { usePages } from "@/lib/pages";
import { text } from "@/lib/texts";

interface Numbered {
  number: number;
  entry: SignInEntry;
}

const columns: Column<Numbered>[] = [
  {
    key: "when",
    header: text("common.columnWhen"),
    width: "150px",
    cell: ({ entry }) => entry.local,
  },
  {
    key: "who",
    header: text("common.columnWho"),
    width: "minmax(140px, 1fr)",
    cell: ({ entry }) => <b>{entry.who}</b>,
  },
  {
    key: "what",
    header: text("employee.columnWhat"),
    width: "minmax(160px, 1.4fr)",
    cell: ({ entry }) => entry.what,
  },
  {
    key: "where",
    header: text("common.columnWhere"),
    width: "minmax(120px, 1fr)",
    cell: ({ entry }) => entry.workstation,
  },
];

/** Settings > Employees > Sign-ins. */
export function SignInList() {
  const { rows, refusal, isPending, more, again } = usePages("list_sign_ins", "before", {
    limit: 100,
  });
  return refusal && rows.length === 0 ? (
    <ErrorState refusal={refusal} onRetry={again} />
  ) : isPending ? (
    <LoadingState />
  ) : (
    <Table
      label={text("setting.signIns")}
      columns={columns}
      rows={rows.map((entry, number) => ({ number, entry }))}
      keyOf={({ number }) => String(number)}
      onNearEnd={more}
      empty={<EmptyState icon={<IconLogin2 size={22} />} title={text("employee.signInsEmpty")} />}
    />
  );
}

import type { ErasureEntry } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import { type TextKey, text } from "@/lib/texts";
import { Removed } from "./Removed";

const MODES: Record<string, TextKey> = {
  full: "erasure.modeFull",
  surgical: "erasure.modeSurgical",
  auto: "erasure.modeAuto",
};

const columns: Column<ErasureEntry>[] = [
  {
    key: "name",
    header: heading("erasures", "account_name"),
    width: "minmax(130px, 2fr)",
    cell: (row) => <NameCell name={row.account_name} company="" />,
  },
  {
    key: "when",
    header: heading("erasures", "local"),
    width: "126px",
    cell: (row) => <time dateTime={row.at}>{row.local}</time>,
  },
  {
    key: "user",
    header: heading("erasures", "user"),
    width: "minmax(104px, 1fr)",
    cell: (row) => row.user,
  },
  {
    key: "workstation",
    header: heading("erasures", "workstation"),
    width: "minmax(88px, 1fr)",
    cell: (row) => row.workstation,
  },
  {
    key: "mode",
    header: heading("erasures", "mode"),
    width: "130px",
    cell: (row) => {
      const words = MODES[row.mode];
      return words ? text(words) : row.mode;
    },
  },
  {
    key: "last_copies",
    header: heading("erasures", "last_copies"),
    width: "minmax(182px, 1fr)",
    cell: (row) => <span className={row.swept ? shared.quiet : undefined}>{row.last_copies}</span>,
  },
  {
    key: "removed",
    header: heading("erasures", "rows_removed"),
    width: "100px",
    align: "right",
    cell: (row) => <Removed entry={row} />,
  },
];

/** Who was erased, for one workstation or all of them. */
export const erasures: List<"list_erasures", string | null> = {
  name: "list_erasures",
  page: 100,
  label: text("erasure.listTitle"),
  columns,
  keyOf: (row) => row.id,
  counted: { one: "erasure.listOne", many: "erasure.listMany", latest: "erasure.listMore" },
  reports: (workstation) => [
    { as: "print", command: "print_erasures", input: { workstation } },
    { as: "csv", command: "export_erasures", input: { workstation } },
  ],
};

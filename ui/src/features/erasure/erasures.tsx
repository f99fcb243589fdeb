import type { ErasureEntry } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { NameCell } from "@/components/list/NameCell";
import shared from "@/components/shared.module.css";
import type { Column } from "@/components/Table";
import { heading } from "@/lib/lists";
import type { FilterOf } from "@/lib/pages";
import { type TextKey, text } from "@/lib/texts";
import { Removed } from "./Removed";

/** What the list is asked for. */
export type ErasuresAsked = FilterOf<"list_erasures">;

/** The whole log. */
export const everything: ErasuresAsked = { workstation: null };

/** Is anything left out? */
export function isNarrowed({ workstation, from, to, find }: ErasuresAsked): boolean {
  return Boolean(workstation || from || to || find);
}

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
    key: "reference",
    header: heading("erasures", "reference"),
    width: "84px",
    cell: (row) => row.reference,
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
    key: "reason",
    header: heading("erasures", "reason"),
    width: "minmax(120px, 2fr)",
    cell: (row) => (
      <span dir="auto" title={row.reason}>
        {row.reason}
      </span>
    ),
  },
  {
    key: "mode",
    header: heading("erasures", "mode"),
    width: "130px",
    wide: true,
    cell: (row) => {
      const words = MODES[row.mode];
      return words ? text(words) : row.mode;
    },
  },
  {
    key: "last_copies",
    header: heading("erasures", "last_copies"),
    width: "minmax(182px, 1fr)",
    wide: true,
    cell: (row) => <span className={row.swept ? shared.quiet : undefined}>{row.last_copies}</span>,
  },
  {
    key: "removed",
    header: heading("erasures", "went"),
    width: "minmax(120px, 2fr)",
    cell: (row) => <Removed entry={row} />,
  },
];

/** Who was erased: all, or those that somebody asks for. */
export const erasures: List<"list_erasures", ErasuresAsked> = {
  name: "list_erasures",
  page: 100,
  label: text("erasure.listTitle"),
  columns,
  keyOf: (row) => row.id,
  counted: { one: "erasure.listOne", many: "erasure.listMany", latest: "erasure.listMore" },
  reports: (asked) => [
    { as: "print", command: "print_erasures", input: asked },
    { as: "csv", command: "export_erasures", input: asked },
  ],
};

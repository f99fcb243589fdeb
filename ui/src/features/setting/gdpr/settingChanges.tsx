import type { SettingChange } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import type { Column } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";

const columns: Column<SettingChange>[] = [
  {
    key: "when",
    header: heading("setting_changes", "local"),
    width: "130px",
    cell: (change) => change.local,
  },
  {
    key: "setting",
    header: heading("setting_changes", "what"),
    width: "minmax(240px, 3fr)",
    cell: (change) => (
      <TwoLines
        first={<b>{change.what}</b>}
        second={text("setting.oldNew", { old: change.before, now: change.after })}
      />
    ),
  },
  {
    key: "reason",
    header: heading("setting_changes", "reason"),
    width: "minmax(140px, 2fr)",
    cell: (change) => <span title={change.reason}>{change.reason}</span>,
  },
  {
    key: "who",
    header: heading("setting_changes", "by"),
    width: "minmax(130px, 1fr)",
    cell: (change) => <TwoLines first={change.by} second={change.workstation} />,
  },
];

/** Every change of a setting, newest first. */
export const settingChanges: List<"list_setting_changes"> = {
  name: "list_setting_changes",
  page: 100,
  label: text("setting.history"),
  columns,
  keyOf: (_, index) => String(index),
  rowHeight: 48,
  reports: () => [
    { as: "print", command: "print_setting_changes", input: {} },
    { as: "csv", command: "export_setting_changes", input: {} },
  ],
};

import { IconHistory } from "@tabler/icons-react";
import type { SettingChange } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { type List, useList } from "@/components/list/list";
import type { Column } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { text } from "@/lib/texts";
import { changedLabel, changeText } from "./values";

const columns: Column<SettingChange>[] = [
  {
    key: "when",
    header: text("common.columnWhen"),
    width: "130px",
    cell: (change) => change.local,
  },
  {
    key: "setting",
    header: text("setting.columnSetting"),
    width: "minmax(240px, 3fr)",
    cell: (change) => {
      const [old, now] = changeText(change.old, change.new, change.setting);
      return (
        <TwoLines
          first={<b>{changedLabel(change.setting)}</b>}
          second={text("setting.oldNew", { old, now })}
        />
      );
    },
  },
  {
    key: "reason",
    header: text("setting.columnReason"),
    width: "minmax(140px, 2fr)",
    cell: (change) => <span title={change.reason}>{change.reason}</span>,
  },
  {
    key: "who",
    header: text("common.columnWho"),
    width: "minmax(130px, 1fr)",
    cell: (change) => <TwoLines first={change.by} second={change.workstation} />,
  },
];

const changes: List<"list_setting_changes"> = {
  name: "list_setting_changes",
  page: 100,
  label: text("setting.history"),
  columns,
  keyOf: (_, index) => String(index),
  rowHeight: 48,
};

/** Every settings change (D-04, SPEC 1.6). */
export function SettingHistory() {
  return (
    <ListScreen
      list={changes}
      listing={useList(changes, {})}
      empty={
        <EmptyState icon={<IconHistory size={22} />} title={text("setting.historyEmpty")}>
          {text("setting.historyEmptyWords")}
        </EmptyState>
      }
    />
  );
}

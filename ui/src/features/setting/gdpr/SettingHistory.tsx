import { IconHistory } from "@tabler/icons-react";
import { EmptyState } from "@/components/EmptyState";
import { ListReports } from "@/components/list/ListReports";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { text } from "@/lib/texts";
import { settingChanges } from "./settingChanges";

/** Every settings change (D-04, SPEC 1.6). */
export function SettingHistory() {
  return (
    <ListScreen
      list={settingChanges}
      listing={useList(settingChanges, {})}
      empty={
        <EmptyState icon={<IconHistory size={22} />} title={text("setting.historyEmpty")}>
          {text("setting.historyEmptyWords")}
        </EmptyState>
      }
    />
  );
}

/** Prints and exports the history of the settings. */
export function SettingHistoryReports() {
  const { rows, isPending } = useList(settingChanges, {});
  return (
    <ListReports
      reports={settingChanges.reports?.({}) ?? []}
      isEmpty={!isPending && rows.length === 0}
    />
  );
}

import { IconHistory } from "@tabler/icons-react";
import type { SettingChange } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Column, Table } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { usePages } from "@/lib/pages";
import { text } from "@/lib/texts";
import { changeText, settingLabel } from "./values";

const columns: Column<Numbered>[] = [
  {
    key: "when",
    header: text("common.columnWhen"),
    width: "130px",
    cell: ({ change }) => change.local,
  },
  {
    key: "setting",
    header: text("setting.columnSetting"),
    width: "minmax(240px, 3fr)",
    cell: ({ change }) => {
      const [old, now] = changeText(change.old, change.new, change.setting);
      return (
        <TwoLines
          first={<b>{settingLabel(change.setting)}</b>}
          second={text("setting.oldNew", { old, now })}
        />
      );
    },
  },
  {
    key: "reason",
    header: text("setting.columnReason"),
    width: "minmax(140px, 2fr)",
    cell: ({ change }) => <span title={change.reason}>{change.reason}</span>,
  },
  {
    key: "who",
    header: text("common.columnWho"),
    width: "minmax(130px, 1fr)",
    cell: ({ change }) => <TwoLines first={change.by} second={change.workstation} />,
  },
];

interface Numbered {
  number: number;
  change: SettingChange;
}

/** Settings > GDPR > History: every settings change (D-04, SPEC 1.6). */
export function SettingHistory() {
  const { rows, refusal, isPending, more, again } = usePages("list_setting_changes", "before", {
    limit: 100,
  });
  return refusal && rows.length === 0 ? (
    <ErrorState refusal={refusal} onRetry={again} />
  ) : isPending ? (
    <LoadingState />
  ) : (
    <Table
      label={text("setting.history")}
      columns={columns}
      rows={rows.map((change, number) => ({ number, change }))}
      keyOf={({ number }) => String(number)}
      onNearEnd={more}
      rowHeight={48}
      empty={
        <EmptyState icon={<IconHistory size={22} />} title={text("setting.historyEmpty")}>
          {text("setting.historyEmptyWords")}
        </EmptyState>
      }
    />
  );
}

import { IconHistory } from "@tabler/icons-react";
import type { SettingChange } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Column, Table } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { usePages } from "@/lib/pages";
import { text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import { sections } from "../sections";
import { changeText, settingLabel } from "./values";

const columns: Column<Numbered>[] = [
  {
    key: "when",
    header: text("settings.columnWhen"),
    width: "130px",
    cell: ({ change }) => change.local,
  },
  {
    key: "setting",
    header: text("settings.columnSetting"),
    width: "minmax(240px, 3fr)",
    cell: ({ change }) => {
      const [old, now] = changeText(change.old, change.new, change.setting);
      return (
        <TwoLines
          first={<b>{settingLabel(change.setting)}</b>}
          second={text("settings.oldNew", { old, now })}
        />
      );
    },
  },
  {
    key: "reason",
    header: text("settings.columnReason"),
    width: "minmax(140px, 2fr)",
    cell: ({ change }) => <span title={change.reason}>{change.reason}</span>,
  },
  {
    key: "who",
    header: text("settings.columnWho"),
    width: "minmax(130px, 1fr)",
    cell: ({ change }) => <TwoLines first={change.by} second={change.workstation} />,
  },
];

interface Numbered {
  number: number;
  change: SettingChange;
}

/** Settings > GDPR > History: every settings change (D-04, SPEC 1.6). */
export function HistorySection() {
  const { rows, refusal, isPending, more, again } = usePages("list_setting_changes", "before", {
    limit: 100,
  });
  return (
    <SectionPage section={sections.history} fill>
      {refusal && rows.length === 0 ? (
        <ErrorState refusal={refusal} onRetry={again} />
      ) : isPending ? (
        <LoadingState />
      ) : (
        <Table
          label={text("settings.history")}
          columns={columns}
          rows={rows.map((change, number) => ({ number, change }))}
          keyOf={({ number }) => String(number)}
          onNearEnd={more}
          rowHeight={48}
          empty={
            <EmptyState icon={<IconHistory size={22} />} title={text("settings.historyEmpty")}>
              {text("settings.historyEmptyWords")}
            </EmptyState>
          }
        />
      )}
    </SectionPage>
  );
}

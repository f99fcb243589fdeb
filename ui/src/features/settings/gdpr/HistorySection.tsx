import { IconHistory } from "@tabler/icons-react";
import type { SettingChange } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Column, Table } from "@/components/Table";
import { usePages } from "@/lib/pages";
import { text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import { sections } from "../sections";
import { changeText, settingLabel } from "./values";

const columns: Column<Numbered>[] = [
  {
    key: "when",
    header: text("settings.columnWhen"),
    width: "122px",
    cell: ({ change }) => change.local,
  },
  {
    key: "setting",
    header: text("settings.columnSetting"),
    width: "minmax(170px, 2fr)",
    cell: ({ change }) => <b>{settingLabel(change.setting)}</b>,
  },
  {
    key: "old",
    header: text("settings.columnOld"),
    width: "minmax(70px, 1fr)",
    cell: ({ change }) => <Value words={changeText(change.old, change.new)[0]} />,
  },
  {
    key: "new",
    header: text("settings.columnNew"),
    width: "minmax(70px, 1fr)",
    cell: ({ change }) => <Value words={changeText(change.old, change.new)[1]} />,
  },
  {
    key: "reason",
    header: text("settings.columnReason"),
    width: "minmax(120px, 2fr)",
    cell: ({ change }) => <Value words={change.reason} />,
  },
  {
    key: "who",
    header: text("settings.columnWho"),
    width: "minmax(110px, 1fr)",
    cell: ({ change }) => change.by,
  },
  {
    key: "where",
    header: text("settings.columnWhere"),
    width: "104px",
    cell: ({ change }) => change.workstation,
  },
];

interface Numbered {
  number: number;
  change: SettingChange;
}

/** Long values are cut by the column; the whole stands in the tooltip. */
function Value({ words }: { words: string }) {
  return <span title={words}>{words}</span>;
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

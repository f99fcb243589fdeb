import { NativeSelect, Tooltip } from "@mantine/core";
import { IconUserX } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { ErasureEntry } from "@/bindings/commands";
import { DeniedState } from "@/components/DeniedState";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Column, Table } from "@/components/Table";
import { usePages } from "@/lib/pages";
import { useMissingRight } from "@/lib/session";
import { plural, type TextKey, text } from "@/lib/texts";
import classes from "./Erasure.module.css";

const PAGE = 100;

const MODES: Record<string, TextKey> = {
  full: "erasure.modeFull",
  surgical: "erasure.modeSurgical",
  auto: "erasure.modeAuto",
};

const columns: Column<ErasureEntry>[] = [
  {
    key: "name",
    header: text("erasure.columnName"),
    width: "minmax(200px, 2fr)",
    cell: (row) => <bdi className={classes.name}>{row.account_name}</bdi>,
  },
  {
    key: "when",
    header: text("erasure.columnWhen"),
    width: "150px",
    cell: (row) => <time dateTime={row.at}>{row.local}</time>,
  },
  {
    key: "user",
    header: text("erasure.columnUser"),
    width: "minmax(130px, 1fr)",
    cell: (row) => row.user,
  },
  {
    key: "workstation",
    header: text("erasure.columnWorkstation"),
    width: "minmax(120px, 1fr)",
    cell: (row) => row.workstation,
  },
  {
    key: "mode",
    header: text("erasure.columnMode"),
    width: "140px",
    cell: (row) => {
      const words = MODES[row.mode];
      return words ? text(words) : row.mode;
    },
  },
  {
    key: "removed",
    header: text("erasure.columnRemoved"),
    width: "110px",
    align: "right",
    cell: (row) => <Removed entry={row} />,
  },
];

interface ErasureListProps {
  workstation: string | null;
  onWorkstation: (workstation: string | null) => void;
}

/** GDPR Erasure (D-23): who was erased, when, by whom and at which workstation. There is no way to delete a line. */
export function ErasureList({ workstation, onWorkstation }: ErasureListProps) {
  const missing = useMissingRight("review_erasure_log", "gdpr_rights_requests");
  if (missing) return <DeniedState right="review_erasure_log" />;
  return <Erasures workstation={workstation} onWorkstation={onWorkstation} />;
}

function Erasures({ workstation, onWorkstation }: ErasureListProps) {
  const list = usePages("list_erasures", "before", { workstation, limit: PAGE });
  // Every workstation there is stays on offer, also while one of them is chosen.
  const [known, setKnown] = useState<readonly string[]>([]);
  const offered = useMemo(
    () => [...new Set([...known, ...(list.first?.workstations ?? [])])].sort(),
    [known, list.first],
  );
  if (list.refusal && list.rows.length === 0) {
    return <ErrorState refusal={list.refusal} onRetry={list.again} />;
  }
  const shown = list.rows.length;
  return (
    <div className={classes.erasures}>
      <div className={classes.line}>
        {shown > 0 && (
          <span aria-live="polite">
            {list.hasMore
              ? text("erasure.listMore", { count: shown })
              : plural(shown, "erasure.listOne", "erasure.listMany")}
          </span>
        )}
        <span>{text("erasure.readOnly")}</span>
        <span className={classes.spacer} />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: the select is inside */}
        <label className={classes.filter}>
          {text("erasure.workstation")}
          <NativeSelect
            value={workstation ?? ""}
            data={[
              { value: "", label: text("erasure.allWorkstations") },
              ...offered.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(event) => {
              setKnown(offered);
              onWorkstation(event.currentTarget.value || null);
            }}
          />
        </label>
      </div>
      {list.isPending ? (
        <LoadingState />
      ) : (
        <Table<ErasureEntry>
          label={text("erasure.listTitle")}
          columns={columns}
          rows={list.rows}
          keyOf={(row) => row.id}
          onNearEnd={list.more}
          empty={
            <EmptyState
              icon={<IconUserX size={22} />}
              title={
                workstation
                  ? text("erasure.emptyHere", { workstation })
                  : text("erasure.emptyTitle")
              }
            >
              {text("erasure.emptyWords")}
            </EmptyState>
          }
        />
      )}
    </div>
  );
}

function Removed({ entry }: { entry: ErasureEntry }) {
  const rows = entry.rows_removed.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) return null;
  const each = entry.rows_removed.map(({ what, count }) => `${what}: ${count}`).join("\n");
  return (
    <Tooltip label={each} style={{ whiteSpace: "pre-line" }} withinPortal>
      <span className={classes.quiet}>
        {plural(rows, "erasure.removedOne", "erasure.removedMany")}
      </span>
    </Tooltip>
  );
}

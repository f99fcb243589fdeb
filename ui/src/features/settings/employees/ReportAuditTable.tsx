import { Button, Select } from "@mantine/core";
import { IconFileDownload, IconReport } from "@tabler/icons-react";
import { useState } from "react";
import type { EmployeeId, ReportAuditEntry } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { notifyHandedOver, notifyRefusal } from "@/components/notify";
import { type Mark, StatusMark } from "@/components/StatusMark";
import { type Column, Table } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { WithReason } from "@/components/WithReason";
import { useCall, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { usePages } from "@/lib/pages";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "../Settings.module.css";

const METHODS = ["PDF", "Print", "CSV", "E-mail"];

const marks: Record<ReportAuditEntry["status"], Mark> = {
  completed: "good",
  started: "half",
  failed: "bad",
  cancelled: "none",
};
const statusWords = {
  completed: "settings.statusCompleted",
  started: "settings.statusStarted",
  failed: "settings.statusFailed",
  cancelled: "settings.statusCancelled",
} as const;

const columns: Column<ReportAuditEntry>[] = [
  {
    key: "when",
    header: text("settings.columnWhen"),
    width: "130px",
    cell: (entry) => entry.local,
  },
  {
    key: "report",
    header: text("settings.columnReport"),
    width: "minmax(200px, 2fr)",
    cell: (entry) => <TwoLines first={<b>{entry.report}</b>} second={entry.criteria} />,
  },
  {
    key: "method",
    header: text("settings.columnMethod"),
    width: "72px",
    cell: (entry) => entry.method,
  },
  {
    key: "rows",
    header: text("settings.columnRows"),
    width: "72px",
    align: "right",
    cell: (entry) => (entry.rows === null ? "" : count(entry.rows)),
  },
  {
    key: "employee",
    header: text("settings.columnEmployee"),
    width: "minmax(130px, 1fr)",
    cell: (entry) => <TwoLines first={entry.employee} second={entry.workstation} />,
  },
  {
    key: "status",
    header: text("settings.columnStatus"),
    width: "110px",
    cell: (entry) => (
      <StatusMark mark={marks[entry.status]} words={text(statusWords[entry.status])} />
    ),
  },
  {
    key: "hash",
    header: text("settings.columnHash"),
    width: "90px",
    cell: (entry) =>
      entry.hash && (
        <span className={classes.hash} title={entry.hash}>
          {entry.hash.slice(0, 8)}
        </span>
      ),
  },
];

/** Every print and export, with filters and an export of its own (D-32). */
export function ReportAuditTable() {
  const [employee, setEmployee] = useState<string | null>(null);
  const [method, setMethod] = useState<string | null>(null);
  const employees = useCall("list_employees", {});
  const { rows, refusal, isPending, more, again } = usePages("list_report_audit", "before", {
    employee_id: employee as EmployeeId | null,
    method,
    limit: 100,
  });
  const filtered = employee !== null || method !== null;
  return (
    <>
      <div className={classes.filters}>
        <Select
          label={text("settings.auditEmployee")}
          placeholder={text("settings.auditAll")}
          data={(employees.data ?? []).map(({ id, name }) => ({
            value: id as string,
            label: name,
          }))}
          value={employee}
          onChange={setEmployee}
          clearable
          searchable
          w={200}
        />
        <Select
          label={text("settings.auditMethod")}
          placeholder={text("settings.auditAll")}
          data={METHODS}
          value={method}
          onChange={setMethod}
          clearable
          w={130}
        />
      </div>
      {refusal && rows.length === 0 ? (
        <ErrorState refusal={refusal} onRetry={again} />
      ) : isPending ? (
        <LoadingState />
      ) : (
        <Table
          label={text("settings.reportAudit")}
          columns={columns}
          rows={rows}
          keyOf={(entry) => entry.id}
          onNearEnd={more}
          rowHeight={48}
          empty={
            <EmptyState
              icon={<IconReport size={22} />}
              title={text(filtered ? "settings.auditEmptyFiltered" : "settings.auditEmpty")}
            >
              {!filtered && text("settings.auditEmptyWords")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}

/** Exports the whole Report Audit; that too becomes a line of it. */
export function ReportAuditExport() {
  const missing = useMissingRight("access_settings");
  const save = useChange("export_report_audit", {
    onSuccess: notifyHandedOver,
    onError: notifyRefusal,
  });
  return (
    <WithReason reason={missing}>
      <Button
        variant="default"
        leftSection={<IconFileDownload size={16} />}
        loading={save.isPending}
        onClick={() => save.mutate({})}
      >
        {text("common.export")}
      </Button>
    </WithReason>
  );
}

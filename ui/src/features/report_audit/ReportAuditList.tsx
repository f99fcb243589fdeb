import { Select } from "@mantine/core";
import { IconReport } from "@tabler/icons-react";
import { useState } from "react";
import type { EmployeeId, ReportAuditEntry } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { type Mark, StatusMark } from "@/components/StatusMark";
import { type Column, Table } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { useCall } from "@/lib/api";
import { count } from "@/lib/format";
import { usePages } from "@/lib/pages";
import { text } from "@/lib/texts";
import classes from "./ReportAudit.module.css";

const METHODS = ["PDF", "Print", "CSV", "E-mail"];

const marks: Record<ReportAuditEntry["status"], Mark> = {
  completed: "good",
  started: "half",
  failed: "bad",
  cancelled: "none",
};
const statusWords = {
  completed: "report_audit.statusCompleted",
  started: "report_audit.statusStarted",
  failed: "report_audit.statusFailed",
  cancelled: "report_audit.statusCancelled",
} as const;

const columns: Column<ReportAuditEntry>[] = [
  {
    key: "when",
    header: text("common.columnWhen"),
    width: "130px",
    cell: (entry) => entry.local,
  },
  {
    key: "report",
    header: text("report_audit.columnReport"),
    width: "minmax(200px, 2fr)",
    cell: (entry) => <TwoLines first={<b>{entry.report}</b>} second={entry.criteria} />,
  },
  {
    key: "method",
    header: text("report_audit.columnMethod"),
    width: "72px",
    cell: (entry) => entry.method,
  },
  {
    key: "rows",
    header: text("report_audit.columnRows"),
    width: "72px",
    align: "right",
    cell: (entry) => (entry.rows === null ? "" : count(entry.rows)),
  },
  {
    key: "employee",
    header: text("report_audit.columnEmployee"),
    width: "minmax(130px, 1fr)",
    cell: (entry) => <TwoLines first={entry.employee} second={entry.workstation} />,
  },
  {
    key: "status",
    header: text("report_audit.columnStatus"),
    width: "110px",
    cell: (entry) => (
      <StatusMark mark={marks[entry.status]} words={text(statusWords[entry.status])} />
    ),
  },
  {
    key: "hash",
    header: text("report_audit.columnHash"),
    width: "90px",
    cell: (entry) =>
      entry.hash && (
        <span className={classes.hash} title={entry.hash}>
          {entry.hash.slice(0, 8)}
        </span>
      ),
  },
];

/** Every print and export, with filters (D-32). */
export function ReportAuditList() {
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
          label={text("report_audit.employee")}
          placeholder={text("report_audit.all")}
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
          label={text("report_audit.method")}
          placeholder={text("report_audit.all")}
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
          label={text("setting.reportAudit")}
          columns={columns}
          rows={rows}
          keyOf={(entry) => entry.id}
          onNearEnd={more}
          rowHeight={48}
          empty={
            <EmptyState
              icon={<IconReport size={22} />}
              title={text(filtered ? "report_audit.emptyFiltered" : "report_audit.empty")}
            >
              {!filtered && text("report_audit.emptyWords")}
            </EmptyState>
          }
        />
      )}
    </>
  );
}

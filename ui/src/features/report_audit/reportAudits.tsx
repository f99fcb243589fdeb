import type { ReportAuditEntry } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import { type Mark, StatusMark } from "@/components/StatusMark";
import type { Column } from "@/components/Table";
import { TwoLines } from "@/components/TwoLines";
import { count } from "@/lib/format";
import { heading } from "@/lib/lists";
import { text } from "@/lib/texts";

const marks: Record<ReportAuditEntry["status"], Mark> = {
  completed: "good",
  started: "half",
  failed: "bad",
  cancelled: "none",
  interrupted: "bad",
};
export const statusWords = {
  completed: "report_audit.statusCompleted",
  started: "report_audit.statusStarted",
  failed: "report_audit.statusFailed",
  cancelled: "report_audit.statusCancelled",
  interrupted: "report_audit.statusInterrupted",
} as const;

const columns: Column<ReportAuditEntry>[] = [
  {
    key: "when",
    header: heading("report_audit", "local"),
    width: "130px",
    cell: (entry) => entry.local,
  },
  {
    key: "report",
    header: heading("report_audit", "report"),
    width: "minmax(150px, 2fr)",
    cell: (entry) => <TwoLines first={<b>{entry.report}</b>} second={entry.criteria} />,
  },
  // Whether it was carried out stands beside what it was: in a low window the rest is scrolled to.
  {
    key: "status",
    header: heading("report_audit", "status"),
    width: "minmax(150px, 2fr)",
    cell: (entry) => (
      <TwoLines
        first={<StatusMark mark={marks[entry.status]} words={text(statusWords[entry.status])} />}
        second={
          entry.why ||
          (entry.released_by ? text("report_audit.releasedBy", { name: entry.released_by }) : "")
        }
      />
    ),
  },
  {
    key: "method",
    header: heading("report_audit", "method"),
    width: "66px",
    cell: (entry) => entry.method,
  },
  {
    key: "rows",
    header: heading("report_audit", "rows"),
    width: "58px",
    align: "right",
    cell: (entry) => (entry.rows === null ? "" : count(entry.rows)),
  },
  {
    key: "people",
    header: heading("report_audit", "people"),
    width: "64px",
    align: "right",
    cell: (entry) => (entry.people === null ? "" : count(entry.people)),
  },
  {
    key: "employee",
    header: heading("report_audit", "employee"),
    width: "minmax(118px, 1fr)",
    cell: (entry) => <TwoLines first={entry.employee} second={entry.workstation} />,
  },
];

/** Every print and export; exporting it becomes a line of it too. */
export const reportAudits: List<"list_report_audit", void> = {
  name: "list_report_audit",
  page: 100,
  label: text("setting.reportAudit"),
  columns,
  keyOf: (entry) => entry.id,
  rowHeight: 48,
  reports: () => [
    {
      as: "csv",
      command: "export_report_audit",
      input: { employee_id: null, method: null },
      label: text("common.export"),
    },
  ],
};

import { ListReports } from "@/components/list/ListReports";
import { useList } from "@/components/list/list";
import { reportAudits } from "./reportAudits";

/** Exports the whole Report Audit. */
export function ReportAuditExport() {
  const { rows, isPending } = useList(reportAudits, { employee_id: null, method: null });
  return (
    <ListReports
      reports={reportAudits.reports?.() ?? []}
      isEmpty={!isPending && rows.length === 0}
    />
  );
}

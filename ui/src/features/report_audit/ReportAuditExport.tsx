import { ListReports } from "@/components/list/ListReports";
import { reportAudits } from "./reportAudits";

/** Exports the whole Report Audit. */
export function ReportAuditExport() {
  return <ListReports reports={reportAudits.reports?.() ?? []} />;
}

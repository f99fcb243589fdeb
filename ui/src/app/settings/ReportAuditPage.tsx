import { Permitted } from "@/components/Permitted";
import { ReportAuditExport } from "@/features/report_audit/ReportAuditExport";
import { ReportAuditList } from "@/features/report_audit/ReportAuditList";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Employees > Report Audit. */
export function ReportAuditPage() {
  return (
    <SectionPage section={sections.reportAudit} fill actions={<ReportAuditExport />}>
      <Permitted command="list_report_audit">
        <ReportAuditList />
      </Permitted>
    </SectionPage>
  );
}

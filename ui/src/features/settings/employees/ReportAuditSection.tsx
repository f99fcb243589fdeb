import { SectionPage } from "../SectionPage";
import { sections } from "../sections";
import { ReportAuditExport, ReportAuditTable } from "./ReportAuditTable";

/** Settings > Employees > Report Audit. */
export function ReportAuditSection() {
  return (
    <SectionPage section={sections.reportAudit} fill actions={<ReportAuditExport />}>
      <ReportAuditTable />
    </SectionPage>
  );
}

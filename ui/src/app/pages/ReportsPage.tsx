import { Page } from "@/components/Page";
import { Permitted } from "@/components/Permitted";
import { ReportAuditExport } from "@/features/report_audit/ReportAuditExport";
import { ReportAuditList } from "@/features/report_audit/ReportAuditList";
import { text } from "@/lib/texts";
import classes from "../settings/Settings.module.css";

/** Reports: the same Report Audit, reached from the rail. */
export function ReportsPage() {
  return (
    <Page
      title={text("setting.reportAudit")}
      crumbs={[{ label: text("frame.reports") }]}
      actions={<ReportAuditExport />}
      fill
    >
      <div className={classes.fill}>
        <Permitted command="list_report_audit">
          <ReportAuditList />
        </Permitted>
      </div>
    </Page>
  );
}

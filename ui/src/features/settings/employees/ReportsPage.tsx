import { Page } from "@/components/Page";
import { text } from "@/lib/texts";
import classes from "../Settings.module.css";
import { ReportAuditExport, ReportAuditTable } from "./ReportAuditTable";

/** Reports: the same Report Audit, reached from the rail. */
export function ReportsPage() {
  return (
    <Page
      title={text("settings.reportAudit")}
      crumbs={[{ label: text("frame.reports") }]}
      actions={<ReportAuditExport />}
      fill
    >
      <div className={classes.fill}>
        <ReportAuditTable />
      </div>
    </Page>
  );
}

import { ReportButton } from "@/components/ReportButton";
import { text } from "@/lib/texts";

/** Prints or exports the whole list; audited like every report. */
export function ReconsentActions() {
  return (
    <>
      <ReportButton
        as="print"
        command="print_reconsent"
        input={{}}
        label={text("reconsent.printList")}
      />
      <ReportButton
        as="csv"
        command="export_reconsent"
        input={{}}
        label={text("reconsent.exportCsv")}
      />
    </>
  );
}

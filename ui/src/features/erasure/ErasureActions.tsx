import { ReportButton } from "@/components/ReportButton";
import { text } from "@/lib/texts";

/** Prints or exports the list of erasures as it is filtered; audited like every report. */
export function ErasureActions({ workstation }: { workstation: string | null }) {
  return (
    <>
      <ReportButton
        as="print"
        command="print_erasures"
        input={{ workstation }}
        label={text("common.print")}
      />
      <ReportButton
        as="csv"
        command="export_erasures"
        input={{ workstation }}
        label={text("erasure.exportCsv")}
      />
    </>
  );
}

import { Button } from "@mantine/core";
import type { CarryOverReport as Report } from "@/bindings/commands";
import { JobRefusal } from "@/components/JobRefusal";
import { Notice } from "@/components/Notice";
import { WithReason } from "@/components/WithReason";
import { WizardBar } from "@/components/wizard/WizardBar";
import type { Refusal } from "@/lib/api";
import { text } from "@/lib/texts";
import { CarryOverReport } from "./CarryOverReport";

interface CarryOverReportStepProps {
  report: Report;
  busy: boolean;
  refusal: Refusal | null;
  onBack: () => void;
  onRun: () => void;
  onAnother: () => void;
}

/** Steps 3 and 4: what carrying over would do, and what it did. */
export function CarryOverReportStep({
  report,
  busy,
  refusal,
  onBack,
  onRun,
  onAnother,
}: CarryOverReportStepProps) {
  const isTrial = report.dry_run;
  const changes = report.matched - report.unchanged;
  return (
    <>
      <Notice
        tone={isTrial ? "plain" : "good"}
        title={text(isTrial ? "carry_over.checked" : "carry_over.done")}
      >
        {text(isTrial ? "carry_over.checkedWords" : "carry_over.doneWords")}
      </Notice>
      <CarryOverReport report={report} />
      <JobRefusal refusal={refusal} cancelled={text("carry_over.cancelled")} />
      {isTrial ? (
        <WizardBar>
          <Button variant="default" onClick={onBack}>
            {text("common.back")}
          </Button>
          <WithReason reason={changes > 0 ? null : text("carry_over.nothing")}>
            <Button loading={busy} onClick={onRun}>
              {text("carry_over.run")}
            </Button>
          </WithReason>
        </WizardBar>
      ) : (
        <div>
          <Button variant="default" onClick={onAnother}>
            {text("carry_over.another")}
          </Button>
        </div>
      )}
    </>
  );
}

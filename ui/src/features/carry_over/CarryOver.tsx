import { Button } from "@mantine/core";
import { useState } from "react";
import type {
  CarryOverColumns,
  CarryOverInspection,
  CarryOverReport as Report,
} from "@/bindings/commands";
import { DeniedState } from "@/components/DeniedState";
import { JobDialog } from "@/components/JobDialog";
import { FormRefusal, Notice } from "@/components/Notice";
import { Steps } from "@/components/Steps";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { Refusal, useChange } from "@/lib/api";
import { newJob } from "@/lib/job";
import { useMissingRight } from "@/lib/session";
import { type TextKey, text } from "@/lib/texts";
import { CarryOverColumnsStep } from "./CarryOverColumnsStep";
import { CarryOverFileStep } from "./CarryOverFileStep";
import { CarryOverReport } from "./CarryOverReport";

const STEPS: readonly TextKey[] = [
  "carry_over.stepFile",
  "carry_over.stepColumns",
  "carry_over.stepCheck",
  "carry_over.stepDone",
];

/** The flags of an old system (N-09..N-11): file, columns, what it would do, and only then the run. */
export function CarryOver() {
  const missing = useMissingRight("change_gdpr_option");
  return missing ? <DeniedState right="change_gdpr_option" /> : <CarryOverSteps />;
}

function CarryOverSteps() {
  const [found, setFound] = useState<CarryOverInspection | null>(null);
  const [columns, setColumns] = useState<CarryOverColumns | null>(null);
  const [exact, setExact] = useState(false);
  const [report, setReport] = useState<Report | null>(null);
  const [job, setJob] = useState<{ name: string; dryRun: boolean } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useChange("run_carry_over");
  const step = !found ? 0 : !report ? 1 : report.dry_run ? 2 : 3;

  const run = async (dryRun: boolean) => {
    if (!found || !columns) return;
    const name = newJob();
    setJob({ name, dryRun });
    setRefusal(null);
    try {
      const input = { path: found.path, columns, exact, dry_run: dryRun, job: name };
      setReport(await change.mutateAsync(input));
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    } finally {
      setJob(null);
    }
  };
  const restart = () => {
    setFound(null);
    setReport(null);
    setRefusal(null);
  };
  const changes = report ? report.matched - report.unchanged : 0;

  return (
    <>
      <Steps
        label={text("carry_over.steps")}
        steps={STEPS.map((key) => text(key))}
        current={step}
      />
      {!found && (
        <CarryOverFileStep
          onInspected={(inspection) => {
            setFound(inspection);
            setColumns(inspection.columns);
          }}
        />
      )}
      {found && columns && !report && (
        <CarryOverColumnsStep
          found={found}
          columns={columns}
          exact={exact}
          busy={job !== null}
          refusal={refusal}
          onColumns={setColumns}
          onExact={setExact}
          onBack={restart}
          onCheck={() => void run(true)}
        />
      )}
      {report && (
        <>
          <Notice
            tone={report.dry_run ? "plain" : "good"}
            title={text(report.dry_run ? "carry_over.checked" : "carry_over.done")}
          >
            {text(report.dry_run ? "carry_over.checkedWords" : "carry_over.doneWords")}
          </Notice>
          <CarryOverReport report={report} />
          {refusal?.code === "cancelled" ? (
            <Notice>{text("carry_over.cancelled")}</Notice>
          ) : (
            <FormRefusal refusal={refusal} />
          )}
          <div className={shared.buttons}>
            {report.dry_run ? (
              <>
                <WithReason reason={changes > 0 ? null : text("carry_over.nothing")}>
                  <Button loading={job !== null} onClick={() => void run(false)}>
                    {text("carry_over.run")}
                  </Button>
                </WithReason>
                <Button
                  variant="default"
                  onClick={() => {
                    setReport(null);
                    setRefusal(null);
                  }}
                >
                  {text("common.back")}
                </Button>
              </>
            ) : (
              <Button variant="default" onClick={restart}>
                {text("carry_over.another")}
              </Button>
            )}
          </div>
        </>
      )}
      <JobDialog
        title={text("carry_over.carryOver")}
        job={job?.name ?? null}
        phase={text(job?.dryRun ? "carry_over.checking" : "carry_over.running")}
      />
    </>
  );
}

import { useState } from "react";
import type {
  CarryOverColumns,
  CarryOverInspection,
  CarryOverReport as Report,
} from "@/bindings/commands";
import { JobDialog } from "@/components/JobDialog";
import { Permitted } from "@/components/Permitted";
import { Wizard } from "@/components/wizard/Wizard";
import { useChange } from "@/lib/api";
import { type TextKey, text } from "@/lib/texts";
import { useTrial } from "@/lib/trial";
import { CarryOverColumnsStep } from "./CarryOverColumnsStep";
import { CarryOverFileStep } from "./CarryOverFileStep";
import { CarryOverReportStep } from "./CarryOverReportStep";

const STEPS: readonly TextKey[] = [
  "carry_over.stepFile",
  "carry_over.stepColumns",
  "carry_over.stepCheck",
  "carry_over.stepDone",
];

/** The flags of an old system (N-09..N-11): file, columns, what it would do, and only then the run. */
export function CarryOver() {
  return (
    <Permitted command="run_carry_over">
      <CarryOverSteps />
    </Permitted>
  );
}

function CarryOverSteps() {
  const [file, setFile] = useState("");
  const [found, setFound] = useState<CarryOverInspection | null>(null);
  const [columns, setColumns] = useState<CarryOverColumns | null>(null);
  const [exact, setExact] = useState(false);
  const change = useChange("run_carry_over");
  const { report, running, refusal, run, forget } = useTrial<Report>();
  const step = !found ? 0 : !report ? 1 : report.dry_run ? 2 : 3;

  const work = async (dryRun: boolean) => {
    if (!found || !columns) return;
    await run(dryRun, (job) => change.mutateAsync({ file, columns, exact, dry_run: dryRun, job }));
  };
  const restart = () => {
    setFound(null);
    forget();
  };

  return (
    <Wizard steps={STEPS.map((key) => text(key))} current={step}>
      {!found && (
        <CarryOverFileStep
          onInspected={(handle, inspection) => {
            setFile(handle);
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
          busy={running !== null}
          refusal={refusal}
          onColumns={setColumns}
          onExact={setExact}
          onBack={restart}
          onCheck={() => void work(true)}
        />
      )}
      {report && (
        <CarryOverReportStep
          report={report}
          busy={running !== null}
          refusal={refusal}
          onBack={forget}
          onRun={() => void work(false)}
          onAnother={restart}
        />
      )}
      <JobDialog
        title={text("carry_over.carryOver")}
        job={running?.name ?? null}
        phase={text(running?.isTrial ? "carry_over.checking" : "carry_over.running")}
      />
    </Wizard>
  );
}

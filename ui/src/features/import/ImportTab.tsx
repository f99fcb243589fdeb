import { useState } from "react";
import type { ImportInspection, ImportReport } from "@/bindings/commands";
import { JobDialog } from "@/components/JobDialog";
import { Permitted } from "@/components/Permitted";
import { Wizard } from "@/components/wizard/Wizard";
import { useChange } from "@/lib/api";
import { bytes } from "@/lib/format";
import { type TextKey, text } from "@/lib/texts";
import { useTrial } from "@/lib/trial";
import { ChooseStep } from "./ChooseStep";
import { EarlierImports } from "./EarlierImports";
import { MapStep } from "./MapStep";
import type { Mapping } from "./mapping";
import { ReportStep } from "./ReportStep";

const STEPS: TextKey[] = [
  "import.stepFile",
  "import.stepMap",
  "import.stepCheck",
  "import.stepDone",
];

/** Import contacts: choose, match, check, and only then write. */
export function ImportTab() {
  return (
    <Permitted command="run_import">
      <Import />
    </Permitted>
  );
}

function Import() {
  const [file, setFile] = useState("");
  const [inspection, setInspection] = useState<ImportInspection | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [skipDuplicates, setSkipDuplicates] = useState(true);
  const change = useChange("run_import");
  const { report, running, refusal, run, forget } = useTrial<ImportReport>();
  const step = !inspection ? 0 : !report ? 1 : report.dry_run ? 2 : 3;
  const isWriting = running?.isTrial === false;

  const work = async (dryRun: boolean) => {
    if (!inspection) return;
    await run(dryRun, (job) =>
      change.mutateAsync({
        file,
        mapping,
        dry_run: dryRun,
        job,
        skip_duplicates: skipDuplicates,
      }),
    );
  };
  const restart = () => {
    setInspection(null);
    forget();
  };

  return (
    <Wizard steps={STEPS.map((name) => text(name))} current={step}>
      {!inspection && (
        <ChooseStep
          onInspected={(handle, found) => {
            setFile(handle);
            setInspection(found);
            setMapping(found.mapping);
            forget();
          }}
        />
      )}
      {inspection && !report && (
        <MapStep
          inspection={inspection}
          mapping={mapping}
          skipDuplicates={skipDuplicates}
          busy={running !== null}
          refusal={refusal}
          onMapping={setMapping}
          onSkipDuplicates={setSkipDuplicates}
          onBack={restart}
          onCheck={() => void work(true)}
        />
      )}
      {report && (
        <ReportStep
          report={report}
          busy={running !== null}
          refusal={refusal}
          onBack={forget}
          onRun={() => void work(false)}
          onAnother={restart}
        />
      )}
      {(step === 0 || step === 3) && <EarlierImports />}
      <JobDialog
        title={text(isWriting ? "import.importing" : "import.checking")}
        job={running?.name ?? null}
        phase={text(isWriting ? "import.writing" : "import.readingRows")}
        total={inspection?.bytes}
        inWords={bytes}
      />
    </Wizard>
  );
}

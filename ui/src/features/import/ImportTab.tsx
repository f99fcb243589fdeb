import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { ImportInspection, ImportReport } from "@/bindings/commands";
import { DeniedState } from "@/components/DeniedState";
import { JobDialog } from "@/components/JobDialog";
import { FormRefusal, Notice } from "@/components/Notice";
import { Steps } from "@/components/Steps";
import { WithReason } from "@/components/WithReason";
import { Refusal, useChange } from "@/lib/api";
import { bytes } from "@/lib/format";
import { newJob } from "@/lib/job";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { plural, type TextKey, text } from "@/lib/texts";
import { ChooseStep } from "./ChooseStep";
import { EarlierImports } from "./EarlierImports";
import classes from "./Imports.module.css";
import { MapStep } from "./MapStep";
import type { Mapping } from "./mapping";
import { ConsentSummary, DuplicateRows, ErrorRows, Figures, WarningRows } from "./ReportParts";

const STEPS: TextKey[] = [
  "import.stepFile",
  "import.stepMap",
  "import.stepCheck",
  "import.stepDone",
];

/** Import contacts: choose, match, check, and only then write. */
export function ImportTab() {
  const missing = useMissingRight("access_settings");
  return missing ? <DeniedState right="access_settings" /> : <Import />;
}

function Import() {
  const navigate = useNavigate();
  const [inspection, setInspection] = useState<ImportInspection | null>(null);
  const [mapping, setMapping] = useState<Mapping>({});
  const [skipDuplicates, setSkipDuplicates] = useState(true);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [job, setJob] = useState<{ name: string; dryRun: boolean } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useChange("run_import");
  const step = !inspection ? 0 : !report ? 1 : report.dry_run ? 2 : 3;

  // Each step begins at its top, wherever the button stood that led to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what it waits for
  useEffect(() => {
    document.getElementById("main")?.scrollTo({ top: 0 });
  }, [step]);

  const run = async (dryRun: boolean) => {
    if (!inspection) return;
    const name = newJob();
    setJob({ name, dryRun });
    setRefusal(null);
    try {
      setReport(
        await change.mutateAsync({
          path: inspection.path,
          mapping,
          dry_run: dryRun,
          job: name,
          skip_duplicates: skipDuplicates,
        }),
      );
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    } finally {
      setJob(null);
    }
  };

  const restart = () => {
    setInspection(null);
    setReport(null);
    setRefusal(null);
  };

  return (
    <div className={classes.tab}>
      <Steps label={text("import.steps")} steps={STEPS.map((name) => text(name))} current={step} />
      {!inspection && (
        <>
          <ChooseStep
            onInspected={(found) => {
              setInspection(found);
              setMapping(found.mapping);
              setReport(null);
            }}
          />
          <EarlierImports />
        </>
      )}
      {inspection && !report && (
        <MapStep
          inspection={inspection}
          mapping={mapping}
          skipDuplicates={skipDuplicates}
          busy={job !== null}
          refusal={refusal}
          onMapping={setMapping}
          onSkipDuplicates={setSkipDuplicates}
          onBack={restart}
          onCheck={() => void run(true)}
        />
      )}
      {report && (
        <>
          {report.dry_run ? (
            <Notice title={text("import.checkedTitle")}>{text("import.nothingYet")}</Notice>
          ) : (
            <Notice
              tone="good"
              title={plural(report.created, "import.doneTitleOne", "import.doneTitleMany")}
            >
              {text("import.doneWords")}
            </Notice>
          )}
          <Figures report={report} />
          <div className={classes.report}>
            <ConsentSummary report={report} />
            <ErrorRows report={report} />
          </div>
          {report.warnings_total > 0 && <WarningRows report={report} />}
          {report.duplicates_total > 0 && <DuplicateRows report={report} />}
          {refusal?.code === "cancelled" ? (
            <Notice>{text("import.cancelled")}</Notice>
          ) : (
            <FormRefusal refusal={refusal} />
          )}
          {report.dry_run ? (
            <div className={classes.bar}>
              <Button
                variant="default"
                onClick={() => {
                  setReport(null);
                  setRefusal(null);
                }}
              >
                {text("common.back")}
              </Button>
              <span className={classes.spacer} />
              <WithReason reason={report.created > 0 ? null : text("import.nothingToImport")}>
                <Button loading={job !== null} onClick={() => void run(false)}>
                  {plural(report.created, "import.importOne", "import.importMany")}
                </Button>
              </WithReason>
            </div>
          ) : (
            <>
              <div className={classes.bar}>
                <Button onClick={() => navigate(paths.contacts)}>
                  {text("import.showContacts")}
                </Button>
                <Button variant="default" onClick={restart}>
                  {text("import.another")}
                </Button>
              </div>
              <EarlierImports />
            </>
          )}
        </>
      )}
      <JobDialog
        title={text(job?.dryRun === false ? "import.importing" : "import.checking")}
        job={job?.name ?? null}
        phase={text(job?.dryRun === false ? "import.writing" : "import.readingRows")}
        total={inspection?.bytes}
        inWords={bytes}
      />
    </div>
  );
}

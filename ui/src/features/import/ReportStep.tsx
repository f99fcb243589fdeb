import { Button, Group } from "@mantine/core";
import { useNavigate } from "react-router";
import type { ImportReport } from "@/bindings/commands";
import { JobRefusal } from "@/components/JobRefusal";
import { Notice } from "@/components/Notice";
import { WithReason } from "@/components/WithReason";
import { Figures } from "@/components/wizard/Figures";
import { Problems } from "@/components/wizard/Problems";
import { WizardBar } from "@/components/wizard/WizardBar";
import { type Refusal, useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { plural, text } from "@/lib/texts";
import { ConsentSummary } from "./ConsentSummary";
import { DoneNotice } from "./DoneNotice";
import { DuplicateRows } from "./DuplicateRows";
import { byCause } from "./problems";
import classes from "./ReportStep.module.css";

interface ReportStepProps {
  report: ImportReport;
  busy: boolean;
  refusal: Refusal | null;
  onBack: () => void;
  onRun: () => void;
  onAnother: () => void;
}

/** Steps 3 and 4: what the import would do, and what it did; a No that could not be recorded comes first. */
export function ReportStep({ report, busy, refusal, onBack, onRun, onAnother }: ReportStepProps) {
  const navigate = useNavigate();
  const { dry_run: isTrial, created, restricted } = report;
  const imports = useCall("list_imports", {}, { enabled: !isTrial });
  const line = imports.data?.find(({ id }) => id === report.import_id);
  return (
    <>
      {isTrial ? (
        <Notice title={text("import.checkedTitle")}>{text("import.nothingYet")}</Notice>
      ) : (
        <DoneNotice report={report} line={line} />
      )}
      {!line?.undone && <Told report={report} />}
      <JobRefusal refusal={refusal} cancelled={text("import.cancelled")} />
      {isTrial ? (
        <WizardBar>
          <Button variant="default" onClick={onBack}>
            {text("common.back")}
          </Button>
          <WithReason
            reason={created > 0 || restricted > 0 ? null : text("import.nothingToImport")}
          >
            <Button loading={busy} onClick={onRun}>
              {created > 0 || restricted === 0
                ? plural(created, "import.importOne", "import.importMany")
                : plural(restricted, "import.restrictOne", "import.restrictMany")}
            </Button>
          </WithReason>
        </WizardBar>
      ) : (
        <WizardBar>
          <Group gap={8}>
            <Button onClick={() => navigate(paths.contacts)}>{text("import.showContacts")}</Button>
            <Button variant="default" onClick={onAnother}>
              {text("import.another")}
            </Button>
          </Group>
        </WizardBar>
      )}
    </>
  );
}

/** What the rows came to. */
function Told({ report }: { report: ImportReport }) {
  const { dry_run: isTrial, created, unrecorded_total: unrecorded } = report;
  return (
    <>
      {unrecorded > 0 && (
        <>
          <Notice
            tone="bad"
            title={plural(unrecorded, "import.unrecordedOne", "import.unrecordedMany")}
          >
            {text("import.unrecordedWords")}
          </Notice>
          <Problems
            title={text("import.unrecordedList")}
            hint=""
            problems={byCause(report.unrecorded_groups)}
            total={unrecorded}
          />
        </>
      )}
      <Figures
        figures={[
          { label: text("import.rows"), value: report.rows },
          {
            label: text(isTrial ? "import.wouldCreate" : "import.created"),
            value: created,
            tone: "good",
          },
          { label: text("import.skipped"), value: report.skipped },
          ...(report.placeholders > 0
            ? [{ label: text("import.placeholders"), value: report.placeholders }]
            : []),
          ...(report.listed > 0 ? [{ label: text("import.listed"), value: report.listed }] : []),
          { label: text("import.duplicates"), value: report.duplicates_total, tone: "warn" },
          { label: text("import.errors"), value: report.failed, tone: "bad" },
        ]}
      />
      <div className={classes.pair}>
        <ConsentSummary report={report} />
        <Problems
          title={text("import.errorList")}
          hint={text(report.errors_total === 0 ? "import.noErrors" : "import.errorsWords")}
          problems={byCause(report.error_groups)}
          total={report.errors_total}
        />
      </div>
      {report.warnings_total > 0 && (
        <Problems
          title={text("import.warningList")}
          hint={text("import.warningsWords")}
          problems={byCause(report.warning_groups)}
          total={report.warnings_total}
        />
      )}
      {report.duplicates_total > 0 && <DuplicateRows report={report} />}
    </>
  );
}

import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ResetReport } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { JobDialog } from "@/components/JobDialog";
import { FormRefusal, Notice } from "@/components/Notice";
import { WithReason } from "@/components/WithReason";
import { Refusal, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { newJob } from "@/lib/job";
import { useMissingRight, useSession } from "@/lib/session";
import { plural, text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import classes from "../Settings.module.css";
import { sections } from "../sections";

/** Settings > System > GDPR > Reset preferences (N-12): counted first, then confirmed by name. */
export function ResetSection() {
  const noGdpr = useMissingRight("change_gdpr_option");
  const noReset = useMissingRight("bulk_preference_reset");
  const { dealership } = useSession();
  const [explicit, setExplicit] = useState(false);
  const [report, setReport] = useState<ResetReport | null>(null);
  const [asking, setAsking] = useState(false);
  const [job, setJob] = useState<{ name: string; dryRun: boolean } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const reset = useChange("reset_preferences");

  const run = async (dryRun: boolean, confirm: string) => {
    const name = newJob();
    setJob({ name, dryRun });
    setRefusal(null);
    try {
      setReport(
        await reset.mutateAsync({
          include_explicit: explicit,
          dry_run: dryRun,
          confirm,
          job: name,
        }),
      );
      setAsking(false);
    } catch (cause) {
      const no = Refusal.from(cause);
      // Cancelled: nothing was changed, and the count still holds.
      if (no.code === "cancelled") setAsking(false);
      setRefusal(no);
    } finally {
      setJob(null);
    }
  };

  const title = text("gdprSettings.resetTitle");
  return (
    <SectionPage section={sections.reset}>
      <Card title={title} hint={text("gdprSettings.resetHint")} className={classes.danger}>
        <div className={classes.fields} data-setting={text("gdprSettings.reset")}>
          <WithReason reason={noGdpr} block>
            <Checkbox
              label={text("gdprSettings.resetExplicit")}
              description={text("gdprSettings.resetExplicitHint")}
              checked={explicit}
              onChange={(event) => {
                setExplicit(event.currentTarget.checked);
                setReport(null);
              }}
            />
          </WithReason>
          <div aria-live="polite">{report && <Outcome report={report} />}</div>
          {refusal?.code === "cancelled" && <Notice>{text("gdprSettings.resetCancelled")}</Notice>}
          {!asking && <FormRefusal refusal={refusal} />}
          <div className={classes.buttons}>
            <WithReason reason={noGdpr}>
              <Button
                variant="default"
                loading={job?.dryRun === true}
                onClick={() => void run(true, "")}
              >
                {text("gdprSettings.resetCount")}
              </Button>
            </WithReason>
            {report?.dry_run && report.contacts > 0 && (
              <WithReason reason={noReset}>
                <Button color="red" onClick={() => setAsking(true)}>
                  {text("gdprSettings.resetDo")}
                </Button>
              </WithReason>
            )}
          </div>
        </div>
      </Card>
      {report && (
        <ConfirmDialog
          opened={asking}
          title={text("gdprSettings.resetConfirmTitle")}
          confirmLabel={text("gdprSettings.resetConfirm")}
          typed={dealership.name}
          danger
          busy={job !== null}
          refusal={refusal}
          onConfirm={(typed) => void run(false, typed)}
          onClose={() => {
            setAsking(false);
            setRefusal(null);
          }}
        >
          <p>{wouldLose(report)}</p>
          <p>{text("gdprSettings.resetHint")}</p>
        </ConfirmDialog>
      )}
      <JobDialog
        title={text("gdprSettings.reset")}
        job={job?.name ?? null}
        phase={text(job?.dryRun ? "gdprSettings.resetCounting" : "gdprSettings.resetRunning")}
      />
    </SectionPage>
  );
}

function wouldLose(report: ResetReport): string {
  return plural(report.contacts, "gdprSettings.resetWouldOne", "gdprSettings.resetWouldMany", {
    cells: count(report.cells),
  });
}

function Outcome({ report }: { report: ResetReport }) {
  const kept =
    report.kept_contacts > 0
      ? plural(report.kept_contacts, "gdprSettings.resetKeptOne", "gdprSettings.resetKeptMany", {
          cells: count(report.kept_cells),
        })
      : null;
  if (!report.dry_run) {
    return (
      <Notice
        tone="good"
        title={plural(report.contacts, "gdprSettings.resetDoneOne", "gdprSettings.resetDoneMany")}
      >
        {text("gdprSettings.resetDoneWords")} {kept}
      </Notice>
    );
  }
  if (report.contacts === 0) {
    return <Notice title={text("gdprSettings.resetNothing")}>{kept}</Notice>;
  }
  return (
    <Notice tone="warn" title={wouldLose(report)}>
      {text("gdprSettings.resetCellHint")}{" "}
      {report.explicit_cells > 0 &&
        text("gdprSettings.resetExplicitCells", { count: count(report.explicit_cells) })}{" "}
      {kept}
    </Notice>
  );
}

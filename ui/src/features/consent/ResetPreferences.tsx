import { Button, Checkbox, Group } from "@mantine/core";
import { useState } from "react";
import type { ResetReport } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { JobDialog } from "@/components/JobDialog";
import { JobRefusal } from "@/components/JobRefusal";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { useMissingRight, useSession } from "@/lib/session";
import { placeOf } from "@/lib/settings";
import { plural, text } from "@/lib/texts";
import { useTrial } from "@/lib/trial";
import classes from "./ResetPreferences.module.css";

/** Settings > System > GDPR > Reset preferences (N-12): counted first, then confirmed by name. */
export function ResetPreferences() {
  const noGdpr = useMissingRight("reset_preferences");
  const noReset = useMissingRight("reset_preferences", "input");
  const { dealership } = useSession();
  const [explicit, setExplicit] = useState(false);
  const [asking, setAsking] = useState(false);
  const reset = useChange("reset_preferences");
  const trial = useTrial<ResetReport>();
  const { report, running, refusal, forget, forgive } = trial;

  const run = async (dryRun: boolean, confirm: string) => {
    const no = await trial.run(dryRun, (job) =>
      reset.mutateAsync({ include_explicit: explicit, dry_run: dryRun, confirm, job }),
    );
    // Cancelled: nothing was changed, and the count still holds.
    if (no === null || no.code === "cancelled") setAsking(false);
  };

  const title = text("consent.resetTitle");
  return (
    <>
      <Card title={title} hint={text("consent.resetHint")} className={classes.danger}>
        <div className={shared.fields} {...placeOf("reset")}>
          <WithReason reason={noGdpr} block>
            <Checkbox
              label={text("consent.resetExplicit")}
              description={text("consent.resetExplicitHint")}
              checked={explicit}
              onChange={(event) => {
                setExplicit(event.currentTarget.checked);
                forget();
              }}
            />
          </WithReason>
          <div aria-live="polite">{report && <Outcome report={report} />}</div>
          {!asking && <JobRefusal refusal={refusal} cancelled={text("consent.resetCancelled")} />}
          <Group gap={8} mt={2}>
            <WithReason reason={noGdpr}>
              <Button
                variant="default"
                loading={running?.isTrial === true}
                onClick={() => void run(true, "")}
              >
                {text("consent.resetCount")}
              </Button>
            </WithReason>
            {report?.dry_run && report.contacts > 0 && (
              <WithReason reason={noReset}>
                <Button color="red" onClick={() => setAsking(true)}>
                  {text("consent.resetDo")}
                </Button>
              </WithReason>
            )}
          </Group>
        </div>
      </Card>
      {report && (
        <ConfirmDialog
          opened={asking}
          title={text("consent.resetConfirmTitle")}
          confirmLabel={text("consent.resetConfirm")}
          typed={dealership.name}
          danger
          busy={running !== null}
          refusal={refusal}
          onConfirm={(typed) => run(false, typed)}
          onClose={() => {
            setAsking(false);
            forgive();
          }}
        >
          <p>{wouldLose(report)}</p>
          <p>{text("consent.resetHint")}</p>
        </ConfirmDialog>
      )}
      <JobDialog
        title={text("consent.reset")}
        job={running?.name ?? null}
        phase={text(running?.isTrial ? "consent.resetCounting" : "consent.resetRunning")}
      />
    </>
  );
}

function wouldLose(report: ResetReport): string {
  return plural(report.contacts, "consent.resetWouldOne", "consent.resetWouldMany", {
    cells: count(report.cells),
  });
}

function Outcome({ report }: { report: ResetReport }) {
  const kept =
    report.kept_contacts > 0
      ? plural(report.kept_contacts, "consent.resetKeptOne", "consent.resetKeptMany", {
          cells: count(report.kept_cells),
        })
      : null;
  if (!report.dry_run) {
    return (
      <Notice
        tone="good"
        title={plural(report.contacts, "consent.resetDoneOne", "consent.resetDoneMany")}
      >
        {text("consent.resetDoneWords")} {kept}
      </Notice>
    );
  }
  if (report.contacts === 0) {
    return <Notice title={text("consent.resetNothing")}>{kept}</Notice>;
  }
  return (
    <Notice tone="warn" title={wouldLose(report)}>
      {text("consent.resetCellHint")}{" "}
      {report.explicit_cells > 0 &&
        text("consent.resetExplicitCells", { count: count(report.explicit_cells) })}{" "}
      {kept}
    </Notice>
  );
}

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconShieldCheck } from "@tabler/icons-react";
import type { LedgerView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import classes from "../Settings.module.css";
import { sections } from "../sections";

/** Settings > GDPR > Verify: a tick, or the first broken line (M-02). */
export function VerifySection() {
  const missing = useMissingRight("access_settings", "change_gdpr_option");
  const verify = useChange("verify_ledger");
  return (
    <SectionPage section={sections.verify}>
      <Card title={text("settings.verifyTitle")} hint={text("settings.verifyHint")}>
        <div aria-live="polite">
          {verify.error && <ErrorState refusal={verify.error} />}
          {verify.data && <Verdict ledger={verify.data} />}
        </div>
        <div className={classes.buttons} style={{ marginTop: verify.data ? 14 : 2 }}>
          <WithReason reason={missing}>
            <Button
              variant={verify.data ? "default" : "filled"}
              leftSection={<IconShieldCheck size={16} />}
              loading={verify.isPending}
              onClick={() => verify.mutate({})}
            >
              {text("settings.verifyNow")}
            </Button>
          </WithReason>
        </div>
      </Card>
    </SectionPage>
  );
}

function Verdict({ ledger }: { ledger: LedgerView }) {
  const bad = ledger.first_bad;
  return (
    <div>
      <div className={classes.verdict}>
        <span className={classes.verdictIcon} data-ok={ledger.ok} aria-hidden="true">
          {ledger.ok ? <IconCheck size={22} stroke={2.5} /> : <IconAlertTriangle size={22} />}
        </span>
        <div>
          <h3>
            {ledger.ok || !bad
              ? text("settings.verifyOk")
              : text("settings.verifyBad", { seq: count(bad.seq) })}
          </h3>
          {bad && <p>{bad.what}</p>}
          <p>
            {ledger.ok
              ? text("settings.verifyOkWords", {
                  lines: count(ledger.lines),
                })
              : text("settings.verifyBadWords")}
          </p>
          {!ledger.compared && <p>{text("settings.verifyNotCompared")}</p>}
        </div>
      </div>
      <div className={classes.head}>
        <div className={classes.label}>{text("settings.verifyHead")}</div>
        <code>{ledger.head}</code>
        <small>{text("settings.verifyHeadHint")}</small>
      </div>
    </div>
  );
}

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconShieldCheck } from "@tabler/icons-react";
import type { LedgerView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "../Setting.module.css";

/** Settings > GDPR > Verify: a tick, or the first broken line (M-02). */
export function VerifyLedger() {
  const missing = useMissingRight("access_settings", "change_gdpr_option");
  const verify = useChange("verify_ledger");
  return (
    <Card title={text("setting.verifyTitle")} hint={text("setting.verifyHint")}>
      <div aria-live="polite">
        {verify.error && <ErrorState refusal={verify.error} />}
        {verify.data && <Verdict ledger={verify.data} />}
      </div>
      <div className={shared.buttons} style={{ marginTop: verify.data ? 14 : 2 }}>
        <WithReason reason={missing}>
          <Button
            variant={verify.data ? "default" : "filled"}
            leftSection={<IconShieldCheck size={16} />}
            loading={verify.isPending}
            onClick={() => verify.mutate({})}
          >
            {text("setting.verifyNow")}
          </Button>
        </WithReason>
      </div>
    </Card>
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
              ? text("setting.verifyOk")
              : text("setting.verifyBad", { seq: count(bad.seq) })}
          </h3>
          {bad && <p>{bad.what}</p>}
          <p>
            {ledger.ok
              ? text("setting.verifyOkWords", {
                  lines: count(ledger.lines),
                })
              : text("setting.verifyBadWords")}
          </p>
          {!ledger.compared && <p>{text("setting.verifyNotCompared")}</p>}
        </div>
      </div>
      <div className={classes.head}>
        <div className={shared.label}>{text("setting.verifyHead")}</div>
        <code>{ledger.head}</code>
        <small>{text("setting.verifyHeadHint")}</small>
      </div>
    </div>
  );
}

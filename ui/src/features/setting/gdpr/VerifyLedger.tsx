import { Box, Button, Group } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconShieldCheck } from "@tabler/icons-react";
import type { LedgerView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { ErrorState } from "@/components/ErrorState";
import { IconBox } from "@/components/IconBox";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./VerifyLedger.module.css";

/** Settings > GDPR > Verify: a tick, the first broken line, or what does not follow from the lines (M-02). */
export function VerifyLedger() {
  const missing = useMissingRight("verify_ledger");
  const verify = useChange("verify_ledger");
  return (
    <Card title={text("setting.verifyTitle")} hint={text("setting.verifyHint")}>
      <div aria-live="polite">
        {verify.error && <ErrorState refusal={verify.error} />}
        {verify.data && <Verdict ledger={verify.data} />}
      </div>
      <Box mt={verify.data ? 14 : 2}>
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
      </Box>
    </Card>
  );
}

function Verdict({ ledger }: { ledger: LedgerView }) {
  const bad = ledger.first_bad;
  return (
    <div>
      <Group gap={14} align="flex-start" wrap="nowrap">
        <IconBox tone={ledger.ok ? "good" : "bad"} size={40} round>
          {ledger.ok ? <IconCheck size={22} stroke={2.5} /> : <IconAlertTriangle size={22} />}
        </IconBox>
        <div className={classes.verdict}>
          <h3>
            {bad
              ? text("setting.verifyBad", { seq: count(bad.seq) })
              : text(ledger.ok ? "setting.verifyOk" : "setting.verifyAstray")}
          </h3>
          {bad && <p>{bad.what}</p>}
          {ledger.astray.map((fault) => (
            <p key={fault}>{fault}</p>
          ))}
          <p>
            {ledger.ok
              ? text("setting.verifyOkWords", {
                  lines: count(ledger.lines),
                })
              : text(bad ? "setting.verifyBadWords" : "setting.verifyAstrayWords")}
          </p>
          {ledger.since && <p>{ledger.since}</p>}
          {!ledger.compared && <p>{text("setting.verifyNotCompared")}</p>}
        </div>
      </Group>
      <div className={classes.head}>
        <div className={shared.label}>{text("setting.verifyHead")}</div>
        <code className={shared.mono}>{ledger.head}</code>
        <small className={shared.small}>{text("setting.verifyHeadHint")}</small>
      </div>
    </div>
  );
}

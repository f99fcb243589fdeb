import type { CarryOverReport as Report } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import { Counts } from "@/components/wizard/Counts";
import { Figures } from "@/components/wizard/Figures";
import { Problems } from "@/components/wizard/Problems";
import { plural, text } from "@/lib/texts";

/** What carrying over did, or would do: the rows, the customers, and every line that is left out. */
export function CarryOverReport({ report }: { report: Report }) {
  const missed = report.not_found + report.ambiguous;
  const counts = [
    { label: text("carry_over.flagMarketing"), value: report.no_marketing },
    { label: text("carry_over.flagFollowUp"), value: report.no_follow_up },
    { label: text("carry_over.assumed"), value: report.assumed },
    { label: text("carry_over.soft"), value: report.soft_opt_in },
    ...(report.assumed_electronic > 0
      ? [{ label: text("carry_over.electronic"), value: report.assumed_electronic }]
      : []),
    { label: text("carry_over.unchanged"), value: report.unchanged },
  ];
  return (
    <>
      <Figures
        figures={[
          { label: text("carry_over.rows"), value: report.rows },
          { label: text("carry_over.matched"), value: report.matched },
          { label: text("carry_over.repeated"), value: report.repeated },
          { label: text("carry_over.notFound"), value: report.not_found, tone: "warn" },
          { label: text("carry_over.ambiguous"), value: report.ambiguous, tone: "warn" },
          { label: text("carry_over.failed"), value: report.failed, tone: "bad" },
        ]}
      />
      <Card title={text("carry_over.what")}>
        <Counts counts={counts} />
      </Card>
      {report.consent_taken > 0 && (
        <Notice tone="warn">
          {plural(report.consent_taken, "carry_over.takenOne", "carry_over.takenMany")}
        </Notice>
      )}
      {report.failed > 0 && (
        <Problems
          title={text("carry_over.errors")}
          hint={text("carry_over.leftOut")}
          problems={report.errors}
          total={report.failed}
        />
      )}
      {missed > 0 && (
        <Problems
          title={text("carry_over.unmatched")}
          hint={text("carry_over.leftOut")}
          problems={report.unmatched}
          total={missed}
        />
      )}
    </>
  );
}

import type { ImportProblem, CarryOverReport as Report } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import { Scroll } from "@/components/Scroll";
import { count } from "@/lib/format";
import { plural, type TextKey, text } from "@/lib/texts";
import classes from "./CarryOver.module.css";

/** What carrying over did, or would do: the rows, the customers, and every line that is left out. */
export function CarryOverReport({ report }: { report: Report }) {
  const missed = report.not_found + report.ambiguous;
  return (
    <>
      <dl className={classes.figures}>
        <Figure label="carry_over.rows" value={report.rows} />
        <Figure label="carry_over.matched" value={report.matched} />
        <Figure label="carry_over.repeated" value={report.repeated} />
        <Figure label="carry_over.notFound" value={report.not_found} tone="warn" />
        <Figure label="carry_over.ambiguous" value={report.ambiguous} tone="warn" />
        <Figure label="carry_over.failed" value={report.failed} tone="bad" />
      </dl>
      <Card title={text("carry_over.what")}>
        <dl className={classes.what}>
          <Line value={report.no_marketing} label="carry_over.flagMarketing" />
          <Line value={report.no_follow_up} label="carry_over.flagFollowUp" />
          <Line value={report.assumed} label="carry_over.assumed" />
          <Line value={report.soft_opt_in} label="carry_over.soft" />
          {report.assumed_electronic > 0 && (
            <Line value={report.assumed_electronic} label="carry_over.electronic" />
          )}
          <Line value={report.unchanged} label="carry_over.unchanged" />
        </dl>
      </Card>
      {report.consent_taken > 0 && (
        <Notice tone="warn">
          {plural(report.consent_taken, "carry_over.takenOne", "carry_over.takenMany")}
        </Notice>
      )}
      <Problems title="carry_over.errors" problems={report.errors} total={report.failed} />
      <Problems title="carry_over.unmatched" problems={report.unmatched} total={missed} />
    </>
  );
}

function Figure({ label, value, tone }: { label: TextKey; value: number; tone?: string }) {
  return (
    <div data-tone={value > 0 ? tone : undefined}>
      <dt>{text(label)}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}

function Line({ value, label }: { value: number; label: TextKey }) {
  return (
    <>
      <dt>{count(value)}</dt>
      <dd>{text(label)}</dd>
    </>
  );
}

interface ProblemsProps {
  title: TextKey;
  problems: ImportProblem[];
  total: number;
}

/** Rows that are left out, by line. */
function Problems({ title, problems, total }: ProblemsProps) {
  if (total === 0) return null;
  return (
    <Card title={text(title)} hint={text("carry_over.leftOut")}>
      <Scroll label={text(title)}>
        <table className={classes.table} aria-label={text(title)}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {text("carry_over.line")}
              </th>
              <th scope="col">{text("carry_over.column")}</th>
              <th scope="col">{text("carry_over.message")}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((one) => (
              <tr key={`${one.line}/${one.column}`}>
                <td className={classes.number}>{count(one.line)}</td>
                <td>{one.column}</td>
                <td>{one.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {problems.length < total && (
          <p className={classes.quiet}>
            {text("carry_over.firstOf", {
              shown: count(problems.length),
              total: count(total),
            })}
          </p>
        )}
      </Scroll>
    </Card>
  );
}

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
        <Figure label="gdprSettings.coRows" value={report.rows} />
        <Figure label="gdprSettings.coMatched" value={report.matched} />
        <Figure label="gdprSettings.coRepeated" value={report.repeated} />
        <Figure label="gdprSettings.coNotFound" value={report.not_found} tone="warn" />
        <Figure label="gdprSettings.coAmbiguous" value={report.ambiguous} tone="warn" />
        <Figure label="gdprSettings.coFailed" value={report.failed} tone="bad" />
      </dl>
      <Card title={text("gdprSettings.coWhat")}>
        <dl className={classes.what}>
          <Line value={report.no_marketing} label="gdprSettings.coFlagMarketing" />
          <Line value={report.no_follow_up} label="gdprSettings.coFlagFollowUp" />
          <Line value={report.assumed} label="gdprSettings.coAssumed" />
          <Line value={report.soft_opt_in} label="gdprSettings.coSoft" />
          {report.assumed_electronic > 0 && (
            <Line value={report.assumed_electronic} label="gdprSettings.coElectronic" />
          )}
          <Line value={report.unchanged} label="gdprSettings.coUnchanged" />
        </dl>
      </Card>
      {report.consent_taken > 0 && (
        <Notice tone="warn">
          {plural(report.consent_taken, "gdprSettings.coTakenOne", "gdprSettings.coTakenMany")}
        </Notice>
      )}
      <Problems title="gdprSettings.coErrors" problems={report.errors} total={report.failed} />
      <Problems title="gdprSettings.coUnmatched" problems={report.unmatched} total={missed} />
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
    <Card title={text(title)} hint={text("gdprSettings.coLeftOut")}>
      <Scroll label={text(title)}>
        <table className={classes.table} aria-label={text(title)}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {text("gdprSettings.coLine")}
              </th>
              <th scope="col">{text("gdprSettings.coColumn")}</th>
              <th scope="col">{text("gdprSettings.coMessage")}</th>
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
            {text("gdprSettings.coFirstOf", {
              shown: count(problems.length),
              total: count(total),
            })}
          </p>
        )}
      </Scroll>
    </Card>
  );
}

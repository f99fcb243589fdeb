import { Link } from "react-router";
import type { ImportProblem, ImportReport } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import { Scroll } from "@/components/Scroll";
import { count } from "@/lib/format";
import { paths } from "@/lib/paths";
import { plural, text } from "@/lib/texts";
import classes from "./Imports.module.css";

/** The figures of a check or of an import. */
export function Figures({ report }: { report: ImportReport }) {
  return (
    <dl className={classes.figures} style={{ margin: 0 }}>
      <Figure label={text("import.rows")} value={report.rows} />
      <Figure
        label={text(report.dry_run ? "import.wouldCreate" : "import.created")}
        value={report.created}
        tone="good"
      />
      <Figure label={text("import.skipped")} value={report.skipped} />
      <Figure
        label={text("import.duplicates")}
        value={report.duplicates_total}
        tone={report.duplicates_total > 0 ? "warn" : undefined}
      />
      <Figure
        label={text("import.errors")}
        value={report.failed}
        tone={report.failed > 0 ? "bad" : undefined}
      />
    </dl>
  );
}

function Figure({ label, value, tone }: { label: string; value: number; tone?: string }) {
  return (
    <div className={classes.figure} data-tone={tone}>
      <dt>{label}</dt>
      <dd>{count(value)}</dd>
    </div>
  );
}

/** What the file says about marketing, and how many addresses asked to be erased. */
export function ConsentSummary({ report }: { report: ImportReport }) {
  const { granted, refused, none } = report.consent;
  return (
    <Card title={text("import.consentSummary")}>
      <dl className={classes.consent}>
        <dt>{count(granted)}</dt>
        <dd>{text("import.consentGiven")}</dd>
        <dt>{count(refused)}</dt>
        <dd>{text("import.consentRefused")}</dd>
        <dt>{count(none)}</dt>
        <dd>{text("import.consentNone")}</dd>
      </dl>
      {report.suppressed > 0 && (
        <div style={{ marginTop: 10 }}>
          <Notice tone="warn">
            {plural(report.suppressed, "import.suppressedOne", "import.suppressedMany")}
          </Notice>
        </div>
      )}
      {report.restricted > 0 && (
        <div style={{ marginTop: 10 }}>
          <Notice tone="warn">
            {plural(report.restricted, "import.restrictedOne", "import.restrictedMany")}
          </Notice>
        </div>
      )}
    </Card>
  );
}

/** Which rows are left out because something is wrong with them, by line and column. */
export function ErrorRows({ report }: { report: ImportReport }) {
  return (
    <Problems
      title={text("import.errorList")}
      hint={text(report.errors_total === 0 ? "import.noErrors" : "import.errorsWords")}
      problems={report.errors}
      total={report.errors_total}
    />
  );
}

/** Which cells could not be taken over, in rows that are imported all the same. */
export function WarningRows({ report }: { report: ImportReport }) {
  return (
    <Problems
      title={text("import.warningList")}
      hint={text("import.warningsWords")}
      problems={report.warnings}
      total={report.warnings_total}
    />
  );
}

interface ProblemsProps {
  title: string;
  hint: string;
  problems: ImportProblem[];
  total: number;
}

function Problems({ title, hint, problems, total }: ProblemsProps) {
  return (
    <Card title={title} hint={hint}>
      {problems.length > 0 && (
        <Scroll label={title}>
          <table className={classes.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col" className={classes.number}>
                  {text("import.line")}
                </th>
                <th scope="col">{text("import.column")}</th>
                <th scope="col">{text("import.message")}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((one) => (
                <tr key={`${one.line}/${one.column}/${one.message}`}>
                  <td className={classes.number}>{count(one.line)}</td>
                  <td>{one.column}</td>
                  <td>
                    <bdi>{one.message}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <FirstOf shown={problems.length} total={total} />
        </Scroll>
      )}
    </Card>
  );
}

/** Rows whose e-mail address is here already, and whose it is. */
export function DuplicateRows({ report }: { report: ImportReport }) {
  const { duplicates, duplicates_total: total } = report;
  return (
    <Card
      title={text("import.duplicateList")}
      hint={total === 0 ? text("import.noDuplicates") : undefined}
    >
      {duplicates.length > 0 && (
        <Scroll label={text("import.duplicateList")}>
          <table className={classes.table} aria-label={text("import.duplicateList")}>
            <thead>
              <tr>
                <th scope="col" className={classes.number}>
                  {text("import.line")}
                </th>
                <th scope="col">{text("import.email")}</th>
                <th scope="col">{text("import.existing")}</th>
              </tr>
            </thead>
            <tbody>
              {duplicates.map((one) => (
                <tr key={`${one.line}/${one.email}`}>
                  <td className={classes.number}>{count(one.line)}</td>
                  <td>
                    <bdi>{one.email}</bdi>
                  </td>
                  <td>
                    {one.existing ? (
                      <>
                        <Link to={paths.contact(one.existing.id)}>
                          <bdi>{one.existing.name || one.existing.company}</bdi>
                        </Link>{" "}
                        <span className={classes.quiet}>{one.existing.reference}</span>
                      </>
                    ) : (
                      <span className={classes.quiet}>
                        {text("import.inFile", { line: count(one.first_line ?? one.line) })}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <FirstOf shown={duplicates.length} total={total} />
        </Scroll>
      )}
    </Card>
  );
}

function FirstOf({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  return (
    <p className={classes.quiet}>
      {text("import.firstOf", { shown: count(shown), total: count(total) })}
    </p>
  );
}

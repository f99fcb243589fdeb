import { Button } from "@mantine/core";
import { useState } from "react";
import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import { Card } from "../Card";
import plain from "../PlainTable.module.css";
import { Scroll } from "../Scroll";
import { FirstOf } from "./FirstOf";
import classes from "./Problems.module.css";

/** Something wrong in a file: in one row, or the same in many. */
export interface FileProblem {
  /** The line, or the first of them. */
  line: number;
  column: string;
  message: string;
  /** How many rows it is wrong in; one when absent. */
  rows?: number;
  /** Their lines in words. */
  lines?: string;
}

interface ProblemsProps {
  title: string;
  hint: string;
  problems: readonly FileProblem[];
  /** How many rows there are; a long report brings only the first of them. */
  total: number;
}

/** How many are shown before somebody asks for all: the page scrolls, the list does not. */
const FIRST = 50;

/** What is wrong in a file, by line and column; what is equal in many rows is said once. */
export function Problems({ title, hint, problems, total }: ProblemsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, FIRST);
  const told = problems.reduce((sum, { rows = 1 }) => sum + rows, 0);
  return (
    <Card title={title} hint={hint}>
      {problems.length > 0 && (
        <Scroll label={title} sideways>
          <table className={plain.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col">{text("file.where")}</th>
                <th scope="col">{text("file.column")}</th>
                <th scope="col">{text("file.message")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={`${one.line}/${one.column}/${one.message}`}>
                  <td className={classes.where}>
                    <Where problem={one} />
                  </td>
                  <td>{one.column}</td>
                  <td>
                    <bdi>{one.message}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <FirstOf shown={told} total={total} />
        </Scroll>
      )}
      {shown.length < problems.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {text("file.showAll", { count: count(problems.length) })}
        </Button>
      )}
    </Card>
  );
}

function Where({ problem: { line, rows = 1, lines } }: { problem: FileProblem }) {
  if (rows === 1) return text("file.lineOf", { line: count(line) });
  return (
    <details>
      <summary>{text("file.rowsOf", { count: count(rows), line: count(line) })}</summary>
      {text("file.linesOf", { lines: lines ?? "" })}
    </details>
  );
}

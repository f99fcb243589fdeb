import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import { Card } from "../Card";
import plain from "../PlainTable.module.css";
import { Scroll } from "../Scroll";
import { FirstOf } from "./FirstOf";

interface ProblemsProps {
  title: string;
  hint: string;
  problems: readonly { line: number; column: string; message: string }[];
  /** How many there are; a long report brings only the first of them. */
  total: number;
}

/** What is wrong in a file, by line and column. */
export function Problems({ title, hint, problems, total }: ProblemsProps) {
  return (
    <Card title={title} hint={hint}>
      {problems.length > 0 && (
        <Scroll label={title}>
          <table className={plain.table} aria-label={title}>
            <thead>
              <tr>
                <th scope="col" className={plain.number}>
                  {text("file.line")}
                </th>
                <th scope="col">{text("file.column")}</th>
                <th scope="col">{text("file.message")}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((one) => (
                <tr key={`${one.line}/${one.column}/${one.message}`}>
                  <td className={plain.number}>{count(one.line)}</td>
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

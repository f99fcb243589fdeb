import { text } from "@/lib/texts";
import { Card } from "../Card";
import plain from "../PlainTable.module.css";
import { Scroll } from "../Scroll";
import type { Sample } from "./columns";
import classes from "./MatchColumns.module.css";

/** The first rows of a file, as they are. */
export function FilePreview({ file }: { file: Sample }) {
  const title = text("file.preview");
  return (
    <Card title={title}>
      <Scroll label={title} sideways>
        <table className={`${plain.table} ${classes.preview}`}>
          <thead>
            <tr>
              {file.headers.map((header, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
                <th key={index} scope="col">
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {file.sample.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
              <tr key={index}>
                {file.headers.map((_, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
                  <td key={column}>
                    <bdi>{row[column] ?? ""}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}

import { text } from "@/lib/texts";
import { Card } from "../Card";
import plain from "../PlainTable.module.css";
import { Scroll } from "../Scroll";
import { ColumnSelect } from "./ColumnSelect";
import { example, namedColumns, type Sample } from "./columns";
import classes from "./MatchColumns.module.css";

/** A field of ours, and which columns of the file go into it. */
export interface MatchedField {
  field: string;
  label: string;
  required?: boolean;
  /** Takes several columns, joined. */
  many?: boolean;
  columns: readonly string[];
  error?: string;
}

interface MatchColumnsProps {
  hint: string;
  file: Sample;
  fields: readonly MatchedField[];
  /** Stands where a field has no column. */
  placeholder: string;
  onMatch: (field: string, columns: string[]) => void;
}

/** Which column of a file is what, with what the first row would give. */
export function MatchColumns({ hint, file, fields, placeholder, onMatch }: MatchColumnsProps) {
  const title = text("file.matchTitle");
  const offered = namedColumns(file);
  return (
    <Card title={title} hint={hint}>
      <Scroll label={title}>
        <table className={`${plain.table} ${classes.match}`}>
          <thead>
            <tr>
              <th scope="col">{text("file.field")}</th>
              <th scope="col">{text("file.columns")}</th>
              <th scope="col">{text("file.example")}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((one) => (
              <tr key={one.field}>
                <td>
                  {one.label}
                  {one.required && " *"}
                </td>
                <td>
                  <ColumnSelect
                    field={one}
                    offered={offered}
                    placeholder={placeholder}
                    onChange={(columns) => onMatch(one.field, columns)}
                  />
                </td>
                <td>
                  <bdi>{example(file, one.columns)}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Card>
  );
}

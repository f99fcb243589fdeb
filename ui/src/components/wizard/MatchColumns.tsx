import { Button } from "@mantine/core";
import { useState } from "react";
import { count } from "@/lib/format";
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
  /** Keeps fields that no column feeds out of the way until they are asked for. */
  foldsEmpty?: boolean;
  onMatch: (field: string, columns: string[]) => void;
}

/** Which column of a file is what, with what the first row would give. */
export function MatchColumns({
  hint,
  file,
  fields,
  placeholder,
  foldsEmpty = false,
  onMatch,
}: MatchColumnsProps) {
  const title = text("file.matchTitle");
  const [all, setAll] = useState(!foldsEmpty);
  // Which were empty when the step began: a row that somebody clears stays where it is.
  const [empty] = useState(
    () => new Set(fields.filter(({ columns }) => columns.length === 0).map(({ field }) => field)),
  );
  const shown = fields.filter((one) => all || one.columns.length > 0 || !empty.has(one.field));
  const offered = namedColumns(file);
  return (
    <Card title={title} hint={hint}>
      <Scroll label={title} sideways>
        <table className={`${plain.table} ${classes.match}`}>
          <thead>
            <tr>
              <th scope="col">{text("file.field")}</th>
              <th scope="col">{text("file.columns")}</th>
              <th scope="col">{text("file.example")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
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
      {shown.length < fields.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {text("file.moreFields", { count: count(fields.length - shown.length) })}
        </Button>
      )}
    </Card>
  );
}

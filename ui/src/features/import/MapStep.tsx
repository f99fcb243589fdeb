import { Button, Checkbox, MultiSelect } from "@mantine/core";
import type { ImportInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal, Notice } from "@/components/Notice";
import { Scroll } from "@/components/Scroll";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import type { Refusal } from "@/lib/api";
import { bytes, count } from "@/lib/format";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Imports.module.css";
import { example, inOrder, type Mapping, matchesSomething, withColumns } from "./mapping";

const DELIMITERS: Record<string, TextKey> = {
  ",": "import.delimiterComma",
  ";": "import.delimiterSemicolon",
  "\t": "import.delimiterTab",
};

interface MapStepProps {
  inspection: ImportInspection;
  mapping: Mapping;
  skipDuplicates: boolean;
  busy: boolean;
  refusal: Refusal | null;
  onMapping: (mapping: Mapping) => void;
  onSkipDuplicates: (skip: boolean) => void;
  onBack: () => void;
  onCheck: () => void;
}

/** Step 2: what the file is, which column goes where, and its first rows. */
export function MapStep({
  inspection,
  mapping,
  skipDuplicates,
  busy,
  refusal,
  onMapping,
  onSkipDuplicates,
  onBack,
  onCheck,
}: MapStepProps) {
  const delimiter = DELIMITERS[inspection.delimiter];
  return (
    <>
      <div className={classes.file}>
        <b>
          <bdi>{inspection.file_name}</bdi>
        </b>
        <Tag tone={inspection.layout === "other" ? "warn" : "good"}>
          {text(`import.layout_${inspection.layout}`)}
        </Tag>
        <span className={classes.quiet}>
          {text("import.facts", {
            size: bytes(inspection.bytes),
            rows: count(inspection.rows),
            encoding: inspection.encoding,
            delimiter: delimiter ? text(delimiter) : inspection.delimiter,
          })}
        </span>
      </div>
      <Card title={text("import.mapTitle")} hint={text("import.mapWords")}>
        <Scroll label={text("import.mapTitle")}>
          <table className={`${classes.table} ${classes.map}`}>
            <thead>
              <tr>
                <th scope="col">{text("import.field")}</th>
                <th scope="col">{text("import.columns")}</th>
                <th scope="col">{text("import.example")}</th>
              </tr>
            </thead>
            <tbody>
              {inOrder(inspection).map(({ field, label, required }) => {
                const columns = mapping[field] ?? [];
                return (
                  <tr key={field}>
                    <td>
                      {label}
                      {required && " *"}
                    </td>
                    <td>
                      <MultiSelect
                        aria-label={text("import.columnsFor", { field: label })}
                        placeholder={columns.length === 0 ? text("import.leftOut") : undefined}
                        data={[...new Set(inspection.headers)].filter((header) => header !== "")}
                        searchable
                        clearable
                        value={columns}
                        onChange={(chosen) => onMapping(withColumns(mapping, field, chosen))}
                      />
                    </td>
                    <td>
                      <bdi>{example(inspection, columns)}</bdi>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scroll>
      </Card>
      <Card title={text("import.previewTitle")}>
        <Scroll label={text("import.previewTitle")}>
          <table className={`${classes.table} ${classes.preview}`}>
            <thead>
              <tr>
                {inspection.headers.map((header, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike
                  <th key={index} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inspection.sample.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
                <tr key={index}>
                  {inspection.headers.map((_, column) => (
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
      <Checkbox
        label={text("import.skip")}
        description={text("import.skipHint")}
        checked={skipDuplicates}
        onChange={(event) => onSkipDuplicates(event.currentTarget.checked)}
      />
      {refusal?.code === "cancelled" ? (
        <Notice>{text("import.cancelled")}</Notice>
      ) : (
        <FormRefusal refusal={refusal} />
      )}
      <div className={classes.bar}>
        <Button variant="default" onClick={onBack}>
          {text("import.otherFile")}
        </Button>
        <span className={classes.spacer} />
        <WithReason reason={matchesSomething(mapping) ? null : text("import.nothingMatched")}>
          <Button loading={busy} onClick={onCheck}>
            {text("import.check")}
          </Button>
        </WithReason>
      </div>
    </>
  );
}

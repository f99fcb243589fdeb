import { Button, Checkbox, Select } from "@mantine/core";
import type { CarryOverColumns, CarryOverInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal, Notice } from "@/components/Notice";
import { Scroll } from "@/components/Scroll";
import shared from "@/components/shared.module.css";
import type { Refusal } from "@/lib/api";
import { count } from "@/lib/format";
import { type TextKey, text } from "@/lib/texts";
import classes from "./CarryOver.module.css";

interface CarryOverColumnsStepProps {
  found: CarryOverInspection;
  columns: CarryOverColumns;
  exact: boolean;
  busy: boolean;
  refusal: Refusal | null;
  onColumns: (columns: CarryOverColumns) => void;
  onExact: (exact: boolean) => void;
  onBack: () => void;
  onCheck: () => void;
}

const FIELDS: readonly [keyof CarryOverColumns, TextKey][] = [
  ["reference", "carry_over.reference"],
  ["email", "carry_over.email"],
  ["no_follow_up", "carry_over.noFollowUp"],
  ["no_marketing", "carry_over.noMarketing"],
];

/** Step 2: which column is what. */
export function CarryOverColumnsStep({
  found,
  columns,
  exact,
  busy,
  refusal,
  onColumns,
  onExact,
  onBack,
  onCheck,
}: CarryOverColumnsStepProps) {
  const headers = [...new Set(found.headers)].filter((header) => header !== "");
  const example = (column: string | null) => {
    const value = column ? (found.sample[0]?.[found.headers.indexOf(column)] ?? "") : "";
    return value === "" ? undefined : text("carry_over.example", { value });
  };
  const named = Boolean(columns.reference || columns.email);
  const ready = named && columns.no_follow_up !== "" && columns.no_marketing !== "";
  return (
    <>
      <div className={classes.file}>
        <b>
          <bdi>{found.file_name}</bdi>
        </b>
        <span className={classes.quiet}>
          {text("carry_over.facts", { rows: count(found.rows) })}
        </span>
      </div>
      <Card title={text("carry_over.columnsTitle")} hint={text("carry_over.columnsHint")}>
        <div className={shared.fields}>
          <div className={shared.pair}>
            {FIELDS.map(([field, label]) => (
              <Select
                key={field}
                label={text(label)}
                placeholder={text("carry_over.noColumn")}
                description={example(columns[field])}
                inputWrapperOrder={["label", "input", "description", "error"]}
                data={headers}
                clearable
                searchable
                error={refusal?.fields[field]}
                value={columns[field] || null}
                onChange={(chosen) =>
                  onColumns({
                    ...columns,
                    [field]: chosen ?? (field === "reference" || field === "email" ? null : ""),
                  })
                }
              />
            ))}
          </div>
          <Checkbox
            label={text("carry_over.exact")}
            description={text("carry_over.exactHint")}
            checked={exact}
            onChange={(event) => onExact(event.currentTarget.checked)}
          />
        </div>
      </Card>
      <Card title={text("carry_over.preview")}>
        <Scroll label={text("carry_over.preview")}>
          <table className={`${classes.table} ${classes.preview}`}>
            <thead>
              <tr>
                {found.headers.map((header) => (
                  <th key={header} scope="col">
                    {header}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.sample.map((row, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
                <tr key={index}>
                  {found.headers.map((header, column) => (
                    <td key={header}>
                      <bdi>{row[column] ?? ""}</bdi>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </Card>
      {refusal?.code === "cancelled" ? (
        <Notice>{text("carry_over.cancelled")}</Notice>
      ) : (
        <FormRefusal refusal={refusal} />
      )}
      <div className={shared.buttons}>
        <Button loading={busy} disabled={!ready} onClick={onCheck}>
          {text("carry_over.check")}
        </Button>
        <Button variant="default" onClick={onBack}>
          {text("carry_over.otherFile")}
        </Button>
      </div>
    </>
  );
}

import { Button, Checkbox } from "@mantine/core";
import type { CarryOverColumns, CarryOverInspection } from "@/bindings/commands";
import { JobRefusal } from "@/components/JobRefusal";
import { WithReason } from "@/components/WithReason";
import { FileFacts } from "@/components/wizard/FileFacts";
import { FilePreview } from "@/components/wizard/FilePreview";
import { MatchColumns } from "@/components/wizard/MatchColumns";
import { WizardBar } from "@/components/wizard/WizardBar";
import type { Refusal } from "@/lib/api";
import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import { hasAllColumns, matchedFields, withColumn } from "./columns";

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
  return (
    <>
      <FileFacts
        name={found.file_name}
        facts={text("carry_over.facts", { rows: count(found.rows) })}
      />
      <MatchColumns
        hint={text("carry_over.columnsHint")}
        file={found}
        fields={matchedFields(columns, refusal?.fields)}
        placeholder={text("carry_over.noColumn")}
        onMatch={(field, [column]) => onColumns(withColumn(columns, field, column))}
      />
      <FilePreview file={found} />
      <Checkbox
        label={text("carry_over.exact")}
        description={text("carry_over.exactHint")}
        checked={exact}
        onChange={(event) => onExact(event.currentTarget.checked)}
      />
      <JobRefusal refusal={refusal} cancelled={text("carry_over.cancelled")} />
      <WizardBar>
        <Button variant="default" onClick={onBack}>
          {text("file.other")}
        </Button>
        <WithReason reason={hasAllColumns(columns) ? null : text("carry_over.columnsNeeded")}>
          <Button loading={busy} onClick={onCheck}>
            {text("carry_over.check")}
          </Button>
        </WithReason>
      </WizardBar>
    </>
  );
}

import { Button, Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ImportInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { JobRefusal } from "@/components/JobRefusal";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { FileFacts } from "@/components/wizard/FileFacts";
import { FilePreview } from "@/components/wizard/FilePreview";
import { MatchColumns } from "@/components/wizard/MatchColumns";
import { WizardBar } from "@/components/wizard/WizardBar";
import type { Refusal } from "@/lib/api";
import { bytes, count } from "@/lib/format";
import { type TextKey, text } from "@/lib/texts";
import {
  inOrder,
  lacksRefusal,
  leftOut,
  type Mapping,
  matchesSomething,
  withColumns,
} from "./mapping";
import { SaysNo } from "./SaysNo";

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
  const [folded, setFolded] = useState(inspection.layout === "forecourt");
  const missed = leftOut(inspection, mapping);
  const notTaken =
    missed.length > 0 ? text("import.notTaken", { columns: missed.join(", ") }) : null;
  const wanting = !matchesSomething(mapping)
    ? text("import.nothingMatched")
    : lacksRefusal(mapping)
      ? text("import.isListNeeded")
      : null;
  return (
    <>
      <FileFacts
        name={inspection.file_name}
        tag={
          <Tag tone={inspection.layout === "other" ? "warn" : "good"}>
            {text(`import.layout_${inspection.layout}`)}
          </Tag>
        }
        facts={text("import.facts", {
          size: bytes(inspection.bytes),
          rows: count(inspection.rows),
          encoding: inspection.encoding,
          delimiter: delimiter ? text(delimiter) : inspection.delimiter,
        })}
      />
      {folded ? (
        <Card
          title={text("file.matchTitle")}
          hint={notTaken ?? text("import.ownLayout")}
          action={
            <Button variant="subtle" size="compact-sm" onClick={() => setFolded(false)}>
              {text("import.showColumns")}
            </Button>
          }
        >
          {null}
        </Card>
      ) : (
        <MatchColumns
          hint={notTaken ? `${text("import.mapWords")} ${notTaken}` : text("import.mapWords")}
          file={inspection}
          fields={inOrder(inspection).map((field) => ({
            ...field,
            many: true,
            columns: mapping[field.field] ?? [],
          }))}
          placeholder={text("import.leftOut")}
          foldsEmpty
          onMatch={(field, columns) => onMapping(withColumns(mapping, field, columns))}
        />
      )}
      <FilePreview file={inspection} />
      <Checkbox
        label={text("import.skip")}
        description={text("import.skipHint")}
        checked={skipDuplicates}
        onChange={(event) => onSkipDuplicates(event.currentTarget.checked)}
      />
      <SaysNo mapping={mapping} onMapping={onMapping} />
      <JobRefusal refusal={refusal} cancelled={text("import.cancelled")} />
      <WizardBar>
        <Button variant="default" onClick={onBack}>
          {text("file.other")}
        </Button>
        <WithReason reason={wanting}>
          <Button loading={busy} onClick={onCheck}>
            {text("import.check")}
          </Button>
        </WithReason>
      </WizardBar>
    </>
  );
}

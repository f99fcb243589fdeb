import { Button, Checkbox } from "@mantine/core";
import type { ImportInspection } from "@/bindings/commands";
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
import { inOrder, type Mapping, matchesSomething, withColumns } from "./mapping";

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
      <MatchColumns
        hint={text("import.mapWords")}
        file={inspection}
        fields={inOrder(inspection).map((field) => ({
          ...field,
          many: true,
          columns: mapping[field.field] ?? [],
        }))}
        placeholder={text("import.leftOut")}
        onMatch={(field, columns) => onMapping(withColumns(mapping, field, columns))}
      />
      <FilePreview file={inspection} />
      <Checkbox
        label={text("import.skip")}
        description={text("import.skipHint")}
        checked={skipDuplicates}
        onChange={(event) => onSkipDuplicates(event.currentTarget.checked)}
      />
      <JobRefusal refusal={refusal} cancelled={text("import.cancelled")} />
      <WizardBar>
        <Button variant="default" onClick={onBack}>
          {text("file.other")}
        </Button>
        <WithReason reason={matchesSomething(mapping) ? null : text("import.nothingMatched")}>
          <Button loading={busy} onClick={onCheck}>
            {text("import.check")}
          </Button>
        </WithReason>
      </WizardBar>
    </>
  );
}

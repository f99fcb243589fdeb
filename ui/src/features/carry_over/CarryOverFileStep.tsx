import type { CarryOverInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { Notice } from "@/components/Notice";
import shared from "@/components/shared.module.css";
import { FileChoice } from "@/components/wizard/FileChoice";
import { useChange } from "@/lib/api";
import { type TextKey, text } from "@/lib/texts";

const MEANINGS: readonly [TextKey, TextKey][] = [
  ["carry_over.noMarketing", "carry_over.noMarketingMeans"],
  ["carry_over.noFollowUp", "carry_over.noFollowUpMeans"],
  ["carry_over.neither", "carry_over.neitherMeans"],
];

interface CarryOverFileStepProps {
  /** The file by its handle, and what is in it. */
  onInspected: (file: string, found: CarryOverInspection) => void;
}

/** Step 1: which file, and what its flags will do. */
export function CarryOverFileStep({ onInspected }: CarryOverFileStepProps) {
  const choose = useChange("choose_import_file");
  const inspect = useChange("inspect_carry_over");
  return (
    <>
      <FileChoice
        words={text("carry_over.fileWords")}
        choose={(typed) => choose.mutateAsync({ typed })}
        inspect={async (file, job) => onInspected(file, await inspect.mutateAsync({ file, job }))}
      />
      <Card title={text("carry_over.meansTitle")}>
        <dl className={shared.terms}>
          {MEANINGS.map(([flag, means]) => (
            <div key={flag}>
              <dt>{text(flag)}</dt>
              <dd>{text(means)}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Notice>{text("carry_over.never")}</Notice>
    </>
  );
}

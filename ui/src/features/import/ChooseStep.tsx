import type { ImportInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import shared from "@/components/shared.module.css";
import { FileChoice } from "@/components/wizard/FileChoice";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./ChooseStep.module.css";

interface ChooseStepProps {
  /** The file by its handle, and what is in it. */
  onInspected: (file: string, inspection: ImportInspection) => void;
}

/** Step 1: which file. */
export function ChooseStep({ onInspected }: ChooseStepProps) {
  const choose = useChange("choose_import_file");
  const inspect = useChange("inspect_import");
  return (
    <div className={classes.choose}>
      <FileChoice
        words={text("import.fileWords")}
        choose={(typed) => choose.mutateAsync({ typed })}
        inspect={async (file, job) => onInspected(file, await inspect.mutateAsync({ file, job }))}
      />
      <Card title={text("import.howTitle")}>
        <dl className={shared.terms}>
          <div>
            <dt>{text("import.outlook")}</dt>
            <dd>{text("import.outlookHow")}</dd>
          </div>
          <div>
            <dt>{text("import.google")}</dt>
            <dd>{text("import.googleHow")}</dd>
          </div>
        </dl>
        <h3 className={classes.small}>{text("import.consentTitle")}</h3>
        <p className={shared.quiet}>{text("import.consentWords")}</p>
      </Card>
    </div>
  );
}

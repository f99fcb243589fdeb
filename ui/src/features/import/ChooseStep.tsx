import { Button, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { ImportInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal } from "@/components/Notice";
import { Refusal, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./Imports.module.css";

interface ChooseStepProps {
  onInspected: (inspection: ImportInspection) => void;
}

/** Step 1: which file. */
export function ChooseStep({ onInspected }: ChooseStepProps) {
  const [path, setPath] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const choose = useChange("choose_import_file");
  const inspect = useChange("inspect_import");

  const look = async (at: string) => {
    setWrong(null);
    setRefusal(null);
    try {
      onInspected(await inspect.mutateAsync({ path: at }));
    } catch (cause) {
      const no = Refusal.from(cause);
      setPath(at);
      if (no.fields.path) setWrong(no.fields.path);
      else setRefusal(no);
    }
  };

  const pick = async () => {
    try {
      const picked = await choose.mutateAsync({});
      if (picked.path) await look(picked.path);
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A path copied from a file manager comes in quotation marks.
    const at = path.trim().replace(/^"(.*)"$/, "$1");
    if (at === "") setWrong(text("import.pathNeeded"));
    else void look(at);
  };

  return (
    <div className={classes.choose}>
      <Card title={text("import.fileTitle")}>
        <div className={classes.drop}>
          <p>{text("import.fileWords")}</p>
          <Button
            leftSection={<IconFileImport size={16} />}
            loading={choose.isPending || inspect.isPending}
            onClick={() => void pick()}
          >
            {text("import.choose")}
          </Button>
          <form className={classes.typed} onSubmit={submit} noValidate>
            <TextInput
              label={text("import.orType")}
              aria-label={text("import.path")}
              error={wrong}
              spellCheck={false}
              value={path}
              onChange={(event) => {
                setPath(event.currentTarget.value);
                setWrong(null);
              }}
            />
            <Button type="submit" variant="default" disabled={inspect.isPending}>
              {text("import.open")}
            </Button>
          </form>
          <FormRefusal refusal={refusal} />
        </div>
      </Card>
      <Card title={text("import.howTitle")}>
        <dl className={classes.how}>
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
        <p className={classes.quiet}>{text("import.consentWords")}</p>
      </Card>
    </div>
  );
}

import { Button, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { CarryOverInspection } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { FormRefusal, Notice } from "@/components/Notice";
import { Refusal, useChange } from "@/lib/api";
import { type TextKey, text } from "@/lib/texts";
import classes from "./CarryOver.module.css";

const MEANINGS: readonly [TextKey, TextKey][] = [
  ["carry_over.noMarketing", "carry_over.noMarketingMeans"],
  ["carry_over.noFollowUp", "carry_over.noFollowUpMeans"],
  ["carry_over.neither", "carry_over.neitherMeans"],
];

/** Step 1: which file, and what its flags will do. */
export function CarryOverFileStep({
  onInspected,
}: {
  onInspected: (found: CarryOverInspection) => void;
}) {
  const [path, setPath] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const choose = useChange("choose_import_file");
  const inspect = useChange("inspect_carry_over");

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
    if (path.trim() === "") setWrong(text("carry_over.pathNeeded"));
    else void look(path.trim());
  };

  return (
    <>
      <Card title={text("carry_over.fileTitle")}>
        <div className={classes.start}>
          <p>{text("carry_over.fileWords")}</p>
          <Button
            leftSection={<IconFileImport size={16} />}
            loading={choose.isPending || inspect.isPending}
            onClick={() => void pick()}
          >
            {text("carry_over.choose")}
          </Button>
          <form className={classes.typed} onSubmit={submit} noValidate>
            <TextInput
              label={text("carry_over.path")}
              error={wrong}
              spellCheck={false}
              value={path}
              onChange={(event) => {
                setPath(event.currentTarget.value);
                setWrong(null);
              }}
            />
            <Button type="submit" variant="default" disabled={inspect.isPending}>
              {text("carry_over.open")}
            </Button>
          </form>
          <FormRefusal refusal={refusal} />
        </div>
      </Card>
      <Card title={text("carry_over.meansTitle")}>
        <dl className={classes.means}>
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

import { Button, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { Card } from "../Card";
import { FormRefusal } from "../Notice";
import classes from "./FileChoice.module.css";
import { typedPath } from "./typedPath";

interface FileChoiceProps {
  /** What kind of file it has to be. */
  words: string;
  /** Lets somebody choose a file: its path, or null when they chose none. */
  choose: () => Promise<string | null>;
  /** Looks into the file and goes on with what is found; a refusal stands here. */
  inspect: (path: string) => Promise<void>;
}

/** Which file: chosen in a dialog, or its path typed. */
export function FileChoice({ words, choose, inspect }: FileChoiceProps) {
  const [path, setPath] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  const look = async (find: () => Promise<string | null>) => {
    let at: string | null = null;
    setBusy(true);
    setWrong(null);
    setRefusal(null);
    try {
      at = await find();
      if (at !== null) await inspect(at);
    } catch (cause) {
      const no = Refusal.from(cause);
      if (at !== null) setPath(at);
      if (no.fields.path) setWrong(no.fields.path);
      else setRefusal(no);
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const at = typedPath(path);
    if (at === "") setWrong(text("file.pathNeeded"));
    else void look(async () => at);
  };

  return (
    <Card title={text("file.which")}>
      <div className={classes.choice}>
        <p>{words}</p>
        <Button
          leftSection={<IconFileImport size={16} />}
          loading={busy}
          onClick={() => void look(choose)}
        >
          {text("file.choose")}
        </Button>
        <form className={classes.typed} onSubmit={submit} noValidate>
          <TextInput
            label={text("file.orType")}
            aria-label={text("file.path")}
            error={wrong}
            spellCheck={false}
            value={path}
            onChange={(event) => {
              setPath(event.currentTarget.value);
              setWrong(null);
            }}
          />
          <Button type="submit" variant="default" disabled={busy}>
            {text("file.open")}
          </Button>
        </form>
        <FormRefusal refusal={refusal} />
      </div>
    </Card>
  );
}

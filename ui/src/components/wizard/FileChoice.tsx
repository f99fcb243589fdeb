import { Button, TextInput } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { bytes } from "@/lib/format";
import { newJob } from "@/lib/job";
import { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { Card } from "../Card";
import { JobDialog } from "../JobDialog";
import { JobRefusal } from "../JobRefusal";
import classes from "./FileChoice.module.css";

interface FileChoiceProps {
  /** What kind of file it has to be. */
  words: string;
  /** Has the file offered whose place was typed, or with nothing typed lets somebody choose one; they may choose none. */
  choose: (typed: string) => Promise<{ file: string | null; name: string | null }>;
  /** Looks into the file, under the job's name, and goes on with what is found; a refusal stands here. */
  inspect: (file: string, job: string) => Promise<void>;
}

/** Which file: chosen in a dialog, or its place typed. Its handle is all that is known of it here. */
export function FileChoice({ words, choose, inspect }: FileChoiceProps) {
  const [path, setPath] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const [job, setJob] = useState<string | null>(null);

  const look = async (typed: string) => {
    let chosen: string | null = null;
    setBusy(true);
    setWrong(null);
    setRefusal(null);
    try {
      const { file, name } = await choose(typed);
      chosen = name;
      if (file !== null) {
        // A long file takes its time: how far it is, and a way out.
        const name = newJob();
        setJob(name);
        await inspect(file, name);
      }
    } catch (cause) {
      const no = Refusal.from(cause);
      const { file: words } = no.fields;
      if (!words) setRefusal(no);
      // What was chosen in the dialog stands nowhere on the screen, so it is named.
      else if (typed === "" && chosen) setWrong(text("file.wrong", { name: chosen, words }));
      else setWrong(words);
    } finally {
      setBusy(false);
      setJob(null);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = path.trim();
    if (typed === "") setWrong(text("file.pathNeeded"));
    else void look(typed);
  };

  return (
    <Card title={text("file.which")}>
      <div className={classes.choice}>
        <p>{words}</p>
        <Button
          leftSection={<IconFileImport size={16} />}
          loading={busy}
          onClick={() => void look("")}
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
        <JobRefusal refusal={refusal} cancelled={text("file.cancelled")} />
        <JobDialog
          title={text("file.looking")}
          job={job}
          phase={text("file.reading")}
          inWords={bytes}
        />
      </div>
    </Card>
  );
}

import { Button, Group, Stack } from "@mantine/core";
import { IconDatabaseX } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { SalvagedCopy } from "@/bindings/commands";
import { RECOVERY_KEY_LENGTH } from "@/bindings/constants";
import { IconBox } from "@/components/IconBox";
import { FormRefusal, Notice } from "@/components/Notice";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { keyCharacters } from "@/lib/recoveryKey";
import { plural, text } from "@/lib/texts";
import classes from "./Failure.module.css";
import { RecoveryKeyField } from "./RecoveryKeyField";

/** Saves what can be read of a damaged database, for whoever holds the recovery key, and says what was left out. */
export function SalvageCopy({ onBack }: { onBack: () => void }) {
  const [key, setKey] = useState("");
  const salvage = useChange("salvage_copy");
  const wrong = salvage.error?.fields.recovery_key;
  const saved = salvage.data && !salvage.data.cancelled ? salvage.data : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    salvage.mutate({ recovery_key: key });
  };
  return (
    <Stage>
      <section className={`${shared.panel} ${classes.failure}`} aria-labelledby="salvage-title">
        <IconBox tone="warn">
          <IconDatabaseX size={24} />
        </IconBox>
        <h1 id="salvage-title">{text("startup.salvageTitle")}</h1>
        <p>{text("startup.salvageWords")}</p>
        {saved ? (
          <Saved saved={saved} onBack={onBack} />
        ) : (
          <form onSubmit={submit} noValidate>
            <Stack gap={12}>
              <RecoveryKeyField value={key} error={wrong} onChange={setKey} />
              {!wrong && <FormRefusal refusal={salvage.error} />}
              <Group gap={8} mt={16}>
                <Button
                  type="submit"
                  loading={salvage.isPending}
                  disabled={keyCharacters(key) < RECOVERY_KEY_LENGTH}
                >
                  {text("startup.salvageStart")}
                </Button>
                <Button variant="default" onClick={onBack}>
                  {text("common.back")}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </section>
    </Stage>
  );
}

/** One part of the data: how much of it there is, and what is missing. */
function wordsOf({ name, kept, holes, orphans }: SalvagedCopy["left_out"][number]): string {
  const part = text("startup.salvagedPart", { name, kept: count(kept), holes: count(holes) });
  return orphans > 0 ? text("startup.salvagedOrphans", { part, orphans: count(orphans) }) : part;
}

function Saved({ saved, onBack }: { saved: SalvagedCopy; onBack: () => void }) {
  const none = saved.left_out.length === 0;
  return (
    <Stack gap={12}>
      <Notice
        tone={none ? "good" : "warn"}
        title={plural(saved.kept, "startup.salvagedOne", "startup.salvagedMany")}
      >
        {text("startup.salvagedIn", { folder: saved.folder })}
      </Notice>
      {none ? (
        <p>{text("startup.salvagedAll")}</p>
      ) : (
        <>
          <h2>{text("startup.salvagedLeftOut")}</h2>
          <ul className={shared.bullets}>
            {saved.left_out.map((part) => (
              <li key={part.name}>{wordsOf(part)}</li>
            ))}
          </ul>
        </>
      )}
      <Group gap={8}>
        <Button variant="default" onClick={onBack} autoFocus>
          {text("common.back")}
        </Button>
      </Group>
    </Stack>
  );
}

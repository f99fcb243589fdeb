import { Button, Group, Stack } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { StartupView } from "@/bindings/commands";
import { RECOVERY_KEY_LENGTH } from "@/bindings/constants";
import { IconBox } from "@/components/IconBox";
import { FormRefusal } from "@/components/Notice";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { keyCharacters } from "@/lib/recoveryKey";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";
import { RecoveryKeyField } from "./RecoveryKeyField";

interface UseRecoveryKeyProps {
  onStartup: (startup: StartupView) => void;
  onBack: () => void;
}

/** Opens the database with the key of the emergency sheet. The dispatcher names the group with a mistake. */
export function UseRecoveryKey({ onStartup, onBack }: UseRecoveryKeyProps) {
  const [key, setKey] = useState("");
  const open = useChange("unlock_with_recovery_key", { onSuccess: onStartup });
  const typed = keyCharacters(key);
  const wrong = open.error?.fields.recovery_key;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed > 0) open.mutate({ recovery_key: key });
  };
  return (
    <Stage>
      <section className={`${shared.panel} ${classes.failure}`} aria-labelledby="recovery-title">
        <IconBox tone="warn">
          <IconKey size={24} />
        </IconBox>
        <h1 id="recovery-title">{text("startup.enterKeyTitle")}</h1>
        <p>{text("startup.enterKeyWords")}</p>
        <form onSubmit={submit} noValidate>
          <Stack gap={12}>
            <RecoveryKeyField value={key} error={wrong} onChange={setKey} />
            {!wrong && <FormRefusal refusal={open.error} />}
            <Group gap={8} mt={16}>
              <Button type="submit" loading={open.isPending} disabled={typed < RECOVERY_KEY_LENGTH}>
                {text("startup.openWithKey")}
              </Button>
              <Button variant="default" onClick={onBack}>
                {text("common.back")}
              </Button>
            </Group>
          </Stack>
        </form>
      </section>
    </Stage>
  );
}

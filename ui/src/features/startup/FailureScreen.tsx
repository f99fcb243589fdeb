import { Button, Group } from "@mantine/core";
import {
  IconAlertTriangle,
  IconCloudLock,
  IconDatabaseX,
  IconDeviceFloppy,
  IconHourglass,
  IconKey,
  IconLock,
  IconUsers,
  IconVersions,
  IconWindow,
} from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { FailureKind, StartupView } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { IconBox } from "@/components/IconBox";
import { FormRefusal } from "@/components/Notice";
import { Stage } from "@/components/Stage";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./Failure.module.css";
import { SalvageCopy } from "./SalvageCopy";
import { UseRecoveryKey } from "./UseRecoveryKey";

type Failure = NonNullable<StartupView["failure"]>;

interface FailureScreenProps {
  failure: Failure;
  version: string;
  onStartup: (startup: StartupView) => void;
}

const icons: Record<FailureKind, ReactNode> = {
  keychain_locked: <IconLock size={24} />,
  keychain_entry_missing: <IconKey size={24} />,
  no_keychain: <IconKey size={24} />,
  wrong_key: <IconKey size={24} />,
  damaged_file: <IconDatabaseX size={24} />,
  newer_database: <IconVersions size={24} />,
  disk_full: <IconDeviceFloppy size={24} />,
  unsafe_place: <IconCloudLock size={24} />,
  open_to_others: <IconUsers size={24} />,
  in_use: <IconWindow size={24} />,
  unfinished_set_up: <IconHourglass size={24} />,
};

// Where the title says it all, the detail of the dispatcher would only say it again.
const saysItAll: ReadonlySet<FailureKind> = new Set([
  "keychain_locked",
  "keychain_entry_missing",
  "no_keychain",
  "wrong_key",
  "disk_full",
  "unfinished_set_up",
]);

/**
 * Why the database did not open, and what to do. Each kind has words of its own; deliberately none
 * of them offers to delete, reset or create anything. Only a set-up that was not finished, which holds
 * no customer's data, may be begun again; its files are put aside.
 */
export function FailureScreen({ failure, version, onStartup }: FailureScreenProps) {
  const [withKey, setWithKey] = useState(false);
  const [asking, setAsking] = useState(false);
  const [salvaging, setSalvaging] = useState(false);
  const retry = useChange("retry_unlock", { onSuccess: onStartup });
  const again = useChange("set_up_again", { onSuccess: onStartup });

  if (withKey) {
    return <UseRecoveryKey onStartup={onStartup} onBack={() => setWithKey(false)} />;
  }
  if (salvaging) return <SalvageCopy onBack={() => setSalvaging(false)} />;
  const doThis = text(`startup.${failure.kind}Do`).split("|");
  const detail = saysItAll.has(failure.kind) ? null : failure.detail;
  return (
    <Stage foot={<span>{text("sign_in.version", { version })}</span>}>
      <section className={`${shared.panel} ${classes.failure}`} aria-labelledby="failure-title">
        <IconBox tone="warn">{icons[failure.kind] ?? <IconAlertTriangle size={24} />}</IconBox>
        <h1 id="failure-title">{text(`startup.${failure.kind}Title`)}</h1>
        <p>{text(`startup.${failure.kind}Words`)}</p>
        <h2>{text("startup.whatToDo")}</h2>
        {doThis.length === 1 ? (
          <p>{doThis[0]}</p>
        ) : (
          <ol>
            {doThis.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        <dl className={`${shared.facts} ${classes.where}`}>
          <dt>{text("startup.place")}</dt>
          <dd>{failure.place}</dd>
          {failure.needed_version && (
            <>
              <dt>{text("startup.needed")}</dt>
              <dd>{failure.needed_version}</dd>
            </>
          )}
          {detail && (
            <>
              <dt>{text("startup.detail")}</dt>
              <dd>{detail}</dd>
            </>
          )}
        </dl>
        <FormRefusal refusal={retry.error} />
        <Group gap={8} mt={16}>
          <Button onClick={() => retry.mutate({})} loading={retry.isPending} autoFocus>
            {text("common.tryAgain")}
          </Button>
          {failure.can_salvage && (
            <Button variant="default" onClick={() => setSalvaging(true)}>
              {text("startup.salvage")}
            </Button>
          )}
          {failure.can_use_recovery_key && (
            <Button variant="default" onClick={() => setWithKey(true)}>
              {text("startup.useRecoveryKey")}
            </Button>
          )}
          {failure.can_set_up_again && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {text("startup.setUpAgain")}
            </Button>
          )}
        </Group>
        <ConfirmDialog
          opened={asking}
          title={text("startup.setUpAgainTitle")}
          confirmLabel={text("startup.setUpAgain")}
          busy={again.isPending}
          refusal={again.error}
          onConfirm={() => again.mutate({})}
          onClose={() => {
            setAsking(false);
            again.reset();
          }}
        >
          <p>{text("startup.setUpAgainWords")}</p>
        </ConfirmDialog>
      </section>
    </Stage>
  );
}

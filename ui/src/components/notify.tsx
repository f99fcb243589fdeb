import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { HandedOver } from "@/bindings/commands";
import { call } from "@/lib/api";
import { Refusal, refusalWords } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./notify.module.css";
import { Passing } from "./Passing";

interface NextStep {
  label: string;
  onAct: () => void;
  /** How long it can be taken, in milliseconds. */
  life?: number;
}

/** How long a message stays; longer where it offers something to do. */
const STAYS_MS = 8_000;
const OFFERS_MS = 20_000;

/** What every message has: a cross with a name, and a clock of its own. */
function shared(id: string) {
  return {
    id,
    autoClose: false,
    closeButtonProps: { "aria-label": text("common.closeMessage") },
  } as const;
}

/**
 * A word of success in the corner; it goes by itself, later when it offers what to do next. Gives what
 * takes it away before.
 */
export function notifyDone(message: string, next?: NextStep): () => void {
  const id = crypto.randomUUID();
  const words = next ? (
    <div className={classes.done}>
      <span>{message}</span>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => {
          notifications.hide(id);
          next.onAct();
        }}
      >
        {next.label}
      </Button>
    </div>
  ) : (
    message
  );
  notifications.show({
    ...shared(id),
    message: (
      <Passing id={id} after={next ? (next.life ?? OFFERS_MS) : STAYS_MS}>
        {words}
      </Passing>
    ),
    icon: <IconCheck size={16} />,
    color: "green",
    role: "status",
  });
  return () => notifications.hide(id);
}

/** Done, and something of it is still to come: it stays until somebody has read it. */
export function notifyWarning(message: string): void {
  const id = crypto.randomUUID();
  notifications.show({
    ...shared(id),
    message: (
      <Passing id={id} after={null}>
        {message}
      </Passing>
    ),
    icon: <IconAlertTriangle size={16} />,
    color: "yellow",
    role: "alert",
  });
}

/** The refusal of a lone action. Forms show theirs inline instead; a cancelled act is no news. */
export function notifyRefusal(refusal: Refusal): void {
  if (refusal.code === "cancelled") return;
  const id = crypto.randomUUID();
  notifications.show({
    ...shared(id),
    message: (
      <Passing id={id} after={OFFERS_MS}>
        {refusalWords(refusal)}
      </Passing>
    ),
    icon: <IconAlertTriangle size={16} />,
    color: "red",
    role: "alert",
  });
}

/** Opens the folder of a file that was saved just now; says so where it cannot be shown. */
export async function showInFolder(saved: string): Promise<void> {
  await call("show_in_folder", { saved }).catch((cause) => notifyRefusal(Refusal.from(cause)));
}

/** Where a print or an export went. Says nothing when the employee closed the dialog. */
export function notifyHandedOver(handed: HandedOver): void {
  if (handed.cancelled || !handed.file) return;
  const { saved } = handed;
  notifyDone(
    handed.folder
      ? text("common.filePlaced", { file: handed.file, folder: handed.folder })
      : text("common.fileOpened", { file: handed.file }),
    saved
      ? { label: text("common.showInFolder"), onAct: () => void showInFolder(saved) }
      : undefined,
  );
}

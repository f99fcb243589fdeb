import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { HandedOver } from "@/bindings/commands";
import { call } from "@/lib/api";
import { Refusal, refusalWords } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./notify.module.css";

interface NextStep {
  label: string;
  onAct: () => void;
}

/** A word of success in the corner; it goes by itself, later when it offers what to do next. */
export function notifyDone(message: string, next?: NextStep): void {
  const id = notifications.show({
    message: next ? (
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
    ),
    icon: <IconCheck size={16} />,
    color: "green",
    autoClose: next ? 12_000 : 4_000,
  });
}

/** Done, and something of it is still to come: it stays until somebody has read it. */
export function notifyWarning(message: string): void {
  notifications.show({
    message,
    icon: <IconAlertTriangle size={16} />,
    color: "yellow",
    autoClose: false,
    role: "alert",
  });
}

/** The refusal of a lone action. Forms show theirs inline instead; a cancelled act is no news. */
export function notifyRefusal(refusal: Refusal): void {
  if (refusal.code === "cancelled") return;
  notifications.show({
    message: refusalWords(refusal),
    icon: <IconAlertTriangle size={16} />,
    color: "red",
    autoClose: 12_000,
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

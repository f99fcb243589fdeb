import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import type { HandedOver } from "@/bindings/commands";
import { type Refusal, refusalWords } from "@/lib/refusal";
import { text } from "@/lib/texts";

/** A word of success in the corner; it goes by itself. */
export function notifyDone(message: string): void {
  notifications.show({ message, icon: <IconCheck size={16} />, color: "green", autoClose: 4_000 });
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

/** Where a print or an export went. Says nothing when the employee closed the dialog. */
export function notifyHandedOver(handed: HandedOver): void {
  if (handed.cancelled || !handed.file) return;
  notifyDone(
    handed.folder
      ? text("common.filePlaced", { file: handed.file, folder: handed.folder })
      : text("common.fileOpened", { file: handed.file }),
  );
}

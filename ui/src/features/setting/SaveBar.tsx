import { Button, Group } from "@mantine/core";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";

interface SaveBarProps {
  dirty: boolean;
  busy: boolean;
  /** Why the employee may not save, or null. The fields themselves are disabled then. */
  reason: string | null;
  /** The setting or card being saved; it names the button for those who cannot see where it stands. */
  what: string;
  onUndo: () => void;
}

/** Save and undo at the foot of a settings card. Without changes there is nothing to press, so nothing stands there. */
export function SaveBar({ dirty, busy, reason, what, onUndo }: SaveBarProps) {
  if (reason || !(dirty || busy)) return null;
  return (
    <Group gap={8} mt={2}>
      <Button type="submit" loading={busy} aria-label={text("setting.saveWhat", { what })}>
        {text("common.save")}
      </Button>
      <Button variant="default" onClick={onUndo} disabled={busy}>
        {text("setting.undo")}
      </Button>
      <span className={shared.small} role="status">
        {text("setting.unsaved")}
      </span>
    </Group>
  );
}

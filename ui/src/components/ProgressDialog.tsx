import { Button, Modal, Progress } from "@mantine/core";
import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import classes from "./Dialog.module.css";
import { useEscape } from "./useEscape";
import { useFocusBack } from "./useFocusBack";

interface ProgressDialogProps {
  opened: boolean;
  title: string;
  /** What is being done now, in words. */
  phase: string;
  done: number;
  /** Null while it is not known how much there is. */
  total: number | null;
  /** How the two numbers are written: counted, unless the work counts bytes. */
  inWords?: (value: number) => string;
  cancelling?: boolean;
  /** Absent when the work cannot be stopped any more. */
  onCancel?: () => void;
}

/** Long work: how far it is, and a way to stop it. It cannot be closed, only cancelled. */
export function ProgressDialog({
  opened,
  title,
  phase,
  done,
  total,
  inWords = count,
  cancelling = false,
  onCancel,
}: ProgressDialogProps) {
  useFocusBack(opened);
  // Long work is not closed by Esc, and neither is what stands below it.
  useEscape(opened, () => undefined);
  const share = total && total > 0 ? Math.min(100, (done / total) * 100) : null;
  const howFar =
    total === null
      ? inWords(done)
      : text("common.ofTotal", { done: inWords(done), total: inWords(total) });
  return (
    <Modal
      opened={opened}
      onClose={() => onCancel?.()}
      title={title}
      size={440}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      <div className={classes.form}>
        <Progress.Root size={8} radius="xl">
          <Progress.Section
            value={share ?? 100}
            striped={share === null}
            animated={share === null}
            aria-label={title}
          />
        </Progress.Root>
        <div className={classes.progress} aria-live="polite">
          <span>{cancelling ? text("common.cancelling") : phase}</span>
          <span className={classes.numbers}>{howFar}</span>
        </div>
        <div className={classes.buttons}>
          <Button
            variant="default"
            onClick={onCancel}
            disabled={cancelling || !onCancel}
            data-autofocus
          >
            {text("common.cancelJob")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

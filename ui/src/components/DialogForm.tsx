import { Button, Modal } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import type { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./Dialog.module.css";
import { FormRefusal } from "./Notice";
import { useFocusBack } from "./useFocusBack";

interface DialogFormProps {
  opened: boolean;
  title: string;
  submitLabel?: string;
  cancelLabel?: string;
  /** Makes the submitting button red: something is lost by it. */
  danger?: boolean;
  busy?: boolean;
  /** Why the button cannot be pressed yet. */
  submitDisabled?: boolean;
  refusal?: Refusal | null;
  size?: string | number;
  /** No cross in the corner: the dialog waits for an answer, and Esc does what `cancelLabel` says. */
  waits?: boolean;
  /** The submitting button has the focus: there is nothing to type first. */
  focusSubmit?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  /** More at the left end of the button line. */
  aside?: ReactNode;
  /** Right above the buttons, in sight however low the window: what pressing them will do. */
  summary?: ReactNode;
  children: ReactNode;
}

/** A dialog with a form: Enter submits (Ctrl+Enter from within notes), Esc closes, the refusal stands above the buttons. */
export function DialogForm({
  opened,
  title,
  submitLabel = text("common.save"),
  cancelLabel = text("common.cancel"),
  danger,
  busy = false,
  submitDisabled = false,
  refusal = null,
  size = 480,
  waits = false,
  focusSubmit = false,
  onSubmit,
  onClose,
  aside,
  summary,
  children,
}: DialogFormProps) {
  const id = useId();
  useFocusBack(opened);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form inside a dialog must not submit the form of the screen it was opened from.
    event.stopPropagation();
    if (!busy && !submitDisabled) onSubmit();
  };
  // In notes Enter begins a new line, so that Ctrl+Enter is what saves from anywhere.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      closeOnClickOutside={false}
      withCloseButton={!waits}
      classNames={{ title: classes.title, header: classes.header, body: classes.body }}
    >
      <form id={id} onSubmit={submit} onKeyDown={onKeyDown} noValidate className={classes.form}>
        <div className={classes.fields}>{children}</div>
        <FormRefusal refusal={refusal} />
        <div className={classes.buttons}>
          {summary && <div className={classes.summary}>{summary}</div>}
          {aside && <div className={classes.aside}>{aside}</div>}
          <Button variant="default" onClick={onClose} data-autofocus={danger || undefined}>
            {cancelLabel}
          </Button>
          <Button
            type="submit"
            color={danger ? "red" : undefined}
            loading={busy}
            disabled={submitDisabled}
            data-autofocus={focusSubmit || undefined}
          >
            {submitLabel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

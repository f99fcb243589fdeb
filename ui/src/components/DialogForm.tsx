import { Button, Modal } from "@mantine/core";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import type { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { BroughtBack } from "./BroughtBack";
import classes from "./Dialog.module.css";
import { KeepTyped } from "./KeepTyped";
import { FormRefusal } from "./Notice";
import { useDialogForm } from "./useDialogForm";
import type { Draft } from "./useDraft";

interface DialogFormProps {
  opened: boolean;
  title: string;
  submitLabel?: string;
  cancelLabel?: string;
  /** Makes the submitting button red: something is lost by it. */
  danger?: boolean;
  busy?: boolean;
  /**
   * Whether closing would lose something. Left out, it is what was typed, ticked or chosen within; a dialog
   * that has its fields in several steps, or nothing worth keeping, says it itself.
   */
  dirty?: boolean;
  /** Why the button cannot be pressed yet. */
  submitDisabled?: boolean;
  refusal?: Refusal | null;
  size?: string | number;
  /** No cross in the corner: the dialog waits for an answer, and Esc does what `cancelLabel` says. */
  waits?: boolean;
  /** The submitting button has the focus: there is nothing to type first. */
  focusSubmit?: boolean;
  /** Where it returns a promise, nothing more is sent until that settles. */
  onSubmit: () => unknown;
  onClose: () => void;
  /** Where what is typed outlives lock, reload and crash. */
  draft?: Draft;
  /** More at the left end of the button line. */
  aside?: ReactNode;
  /** Right above the buttons, in sight however low the window: what pressing them will do. */
  summary?: ReactNode;
  children: ReactNode;
}

/**
 * A dialog with a form: Enter submits (Ctrl+Enter from within notes), Esc closes, the refusal stands above
 * the buttons. It sends once, however often it is clicked; it asks before it gives up what was typed; it
 * begins in the first field to be filled, and goes to the first wrong one after a refusal.
 */
export function DialogForm({
  opened,
  title,
  submitLabel = text("common.save"),
  cancelLabel = text("common.cancel"),
  danger,
  busy = false,
  dirty,
  submitDisabled = false,
  refusal = null,
  size = 480,
  waits = false,
  focusSubmit = false,
  onSubmit,
  onClose,
  draft,
  aside,
  summary,
  children,
}: DialogFormProps) {
  const id = useId();
  const form = useDialogForm({ opened, busy, dirty, onClose, draft });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form inside a dialog must not submit the form of the screen it was opened from.
    event.stopPropagation();
    if (!submitDisabled) form.send(onSubmit);
  };
  // In notes Enter begins a new line, so that Ctrl+Enter is what saves from anywhere.
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <>
      <Modal
        opened={opened}
        onClose={form.close}
        title={title}
        size={size}
        closeOnClickOutside={false}
        closeOnEscape={false}
        withCloseButton={!waits}
        classNames={{ title: classes.title, header: classes.header, body: classes.body }}
      >
        <form
          id={id}
          ref={form.ref}
          onSubmit={submit}
          onKeyDown={onKeyDown}
          onInput={form.touch}
          onChange={form.touch}
          onClick={form.press}
          noValidate
          className={classes.form}
        >
          <div className={classes.fields} data-fields="">
            <BroughtBack draft={draft} />
            {children}
          </div>
          <FormRefusal refusal={refusal} />
          <div className={classes.buttons}>
            {summary && <div className={classes.summary}>{summary}</div>}
            {aside && <div className={classes.aside}>{aside}</div>}
            <Button variant="default" onClick={form.close} data-autofocus={danger || undefined}>
              {cancelLabel}
            </Button>
            <Button
              type="submit"
              color={danger ? "red" : undefined}
              loading={form.running}
              disabled={submitDisabled}
              data-autofocus={focusSubmit || undefined}
            >
              {submitLabel}
            </Button>
          </div>
        </form>
      </Modal>
      <KeepTyped opened={form.asking} onKeep={form.keep} onDiscard={form.discard} />
    </>
  );
}

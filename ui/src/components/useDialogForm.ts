import { type MouseEvent, useCallback, useRef, useState } from "react";
import { firstStop, standsIn } from "./typedIn";
import type { Draft } from "./useDraft";
import { useEscape } from "./useEscape";
import { useFocusBack } from "./useFocusBack";
import { useOnce } from "./useOnce";
import { useUnsaved } from "./useUnsaved";
import { useWrongField } from "./useWrongField";

/** What is chosen by a press and no field tells of. */
const CHOICES =
  '[role="radio"], [role="checkbox"], [role="switch"], [role="option"], [aria-pressed]';

interface DialogFormState {
  opened: boolean;
  busy: boolean;
  dirty: boolean | undefined;
  onClose: () => void;
  draft: Draft | undefined;
}

/** What every dialog with a form does: send once, ask before it loses something, lead the keyboard. */
export function useDialogForm({ opened, busy, dirty, onClose, draft }: DialogFormState) {
  const form = useRef<HTMLFormElement>(null);
  const last = useRef<HTMLFormElement>(null);
  // How the fields stood when it opened, and whether anybody touched them since.
  const stood = useRef("");
  const touched = useRef(false);
  const chosen = useRef(false);
  const [asking, setAsking] = useState(false);
  const { running, isRunning, once } = useOnce(busy);
  const wrong = useWrongField(form, running);

  const ref = useCallback((node: HTMLFormElement | null) => {
    form.current = node;
    // Behind the lock it is put away and brought back as it was.
    if (!node || node === last.current) return;
    last.current = node;
    touched.current = false;
    chosen.current = false;
    stood.current = standsIn(node);
    const fields = node.querySelector<HTMLElement>("[data-fields]");
    // The library takes the focus to what is marked so, and to the cross where nothing is.
    if (!fields || node.querySelector("[data-autofocus]")) return;
    const first = firstStop(fields) ?? node.querySelector<HTMLElement>('button[type="submit"]');
    first?.setAttribute("data-autofocus", "");
  }, []);

  const isTyped = () => {
    if (!opened || !form.current) return false;
    if (dirty !== undefined) return dirty;
    // Nobody knows better: looking at the form in another way is no typing.
    if (draft) return draft.isTyped();
    return chosen.current || (touched.current && standsIn(form.current) !== stood.current);
  };
  // What is being saved is lost no more: a save that goes on to another screen is not held back.
  useUnsaved({
    isTyped: () => isTyped() && !isRunning(),
    isKept: draft?.isKept,
    discard: draft?.done,
  });

  const close = () => {
    // What was sent is answered first; nobody can know yet whether it was saved.
    if (isRunning()) return;
    if (isTyped()) setAsking(true);
    else onClose();
  };
  useFocusBack(opened);
  useEscape(opened, close);

  return {
    ref,
    running,
    asking,
    close,
    keep: () => setAsking(false),
    discard: () => {
      setAsking(false);
      draft?.done();
      onClose();
    },
    send: (act: () => unknown) =>
      once(() => {
        wrong.ask();
        return act();
      }),
    touch: () => {
      touched.current = true;
      wrong.forget();
    },
    press: (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest(CHOICES)) chosen.current = true;
    },
  };
}

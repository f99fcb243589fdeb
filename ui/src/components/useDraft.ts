import { useCallback, useEffect, useRef, useState } from "react";
import { dropDraft, holdDraft, keepDraft, keptDraft } from "@/lib/drafts";

/** What is typed is kept after a pause of this length. */
const PAUSE_MS = 1_000;

/** What a form does with what was typed into it. */
export interface Draft {
  /** When what it brought back was typed; null where nothing was. */
  broughtBack: string | null;
  /** What is typed cannot be kept at present. */
  unkept: boolean;
  /** Does anything stand otherwise than when the form opened? */
  isTyped: () => boolean;
  /** Is what is typed there again after a lock, a reload, a crash? */
  isKept: () => boolean;
  /** Saved, or given up with the form: nothing of it is kept. */
  done: () => void;
  /** Gives up what was brought back; the form goes on as it began. */
  discard: () => void;
}

interface DraftOptions {
  /** Is there anything to keep? Left out: it stands otherwise than when the form opened. */
  dirty?: boolean;
  /** Makes the form what it would have been; left out, what it began with is put back. */
  reset?: () => void;
}

/**
 * Keeps what is typed into a form over lock, reload and crash, for the employee who typed it. `form` is its
 * name (`consent:12`), `value` everything typed in it, `restore` puts such a value back.
 */
export function useDraft<Value>(
  form: string,
  value: Value,
  restore: (value: Value) => void,
  { dirty, reset }: DraftOptions = {},
): Draft {
  const typed = JSON.stringify(value);
  const [began] = useState(typed);
  const isDirty = dirty ?? typed !== began;
  const [broughtBack, setBroughtBack] = useState<string | null>(null);
  const [unkept, setUnkept] = useState(false);
  // What is typed by now; what of it is kept, null for nothing; and where the keeping stands.
  const state = useRef({
    typed,
    isDirty,
    kept: null as string | null,
    over: false,
    asked: false,
    timer: 0,
  });
  state.current.typed = typed;
  state.current.isDirty = isDirty;
  const put = useRef({ restore, reset });
  put.current = { restore, reset };

  const keep = useCallback(async () => {
    const now = state.current;
    window.clearTimeout(now.timer);
    if (now.over || (now.isDirty ? now.typed : null) === now.kept) return;
    if (!now.isDirty) {
      now.kept = null;
      return dropDraft(form);
    }
    const before = now.kept;
    const keeping = now.typed;
    now.kept = keeping;
    const isKept = await keepDraft(form, keeping);
    if (!isKept && now.kept === keeping) now.kept = before;
    setUnkept(!isKept);
    // Saved while it was being kept.
    if (now.over) await dropDraft(form);
  }, [form]);

  useEffect(() => {
    const now = state.current;
    // Asked once: behind the lock the form stays as it is.
    if (now.asked) return;
    now.asked = true;
    void keptDraft(form).then((kept) => {
      // Whoever typed before the answer came goes on with that.
      if (!kept || now.over || now.isDirty) return;
      try {
        const value = JSON.parse(kept.typed) as Value;
        now.kept = kept.typed;
        put.current.restore(value);
        setBroughtBack(kept.at_local);
      } catch {
        void dropDraft(form);
      }
    });
  }, [form]);

  useEffect(() => {
    const now = state.current;
    if (!isDirty) setBroughtBack(null);
    if (now.over || (isDirty ? typed : null) === now.kept) return;
    window.clearTimeout(now.timer);
    now.timer = window.setTimeout(() => void keep(), PAUSE_MS);
  }, [typed, isDirty, keep]);

  useEffect(() => {
    const release = holdDraft(keep);
    const left = () => void keep();
    window.addEventListener("blur", left);
    return () => {
      release();
      window.removeEventListener("blur", left);
      window.clearTimeout(state.current.timer);
    };
  }, [keep]);

  const forget = () => {
    const now = state.current;
    window.clearTimeout(now.timer);
    const wasKept = now.kept !== null;
    now.kept = null;
    if (wasKept) void dropDraft(form);
  };
  return {
    broughtBack,
    unkept,
    isTyped: () => state.current.isDirty && !state.current.over,
    isKept: () => !unkept,
    done: () => {
      state.current.over = true;
      forget();
    },
    discard: () => {
      forget();
      setBroughtBack(null);
      if (reset) reset();
      else restore(JSON.parse(began) as Value);
    },
  };
}

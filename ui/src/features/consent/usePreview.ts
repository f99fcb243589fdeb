import { useRef, useState } from "react";
import type { ConsentForm, ConsentOutcome, ConsentPreview, ConsentView } from "@/bindings/commands";
import { call } from "@/lib/api";

/** The form as it stands, and what it was filled in over. */
interface Stand {
  view: ConsentView;
  version: number;
  /** After a conflict: the version that the dialog began with. */
  beganWith: number | null;
  form: ConsentForm;
}

/** What saving a form does. */
export interface Settled {
  stand: Stand;
  outcome: ConsentOutcome;
}

interface Question {
  stand: Stand;
  answer: Promise<void>;
}

/**
 * What saving the form would do, asked anew at every turn. A box turns at once; what follows from it
 * comes with the answer, and until then the last answer stays, so that nothing moves under the
 * pointer. An answer about a form that was turned meanwhile counts no more.
 */
export function usePreview(opened: ConsentView, onConflict: (preview: ConsentPreview) => void) {
  const [settled, setSettled] = useState<Settled>(() => ({
    stand: { view: opened, version: opened.version, beganWith: null, form: opened.form },
    outcome: opened.outcome,
  }));
  const [stand, setStand] = useState(settled.stand);
  // What was turned and answered last, for work that began before it was drawn.
  const newest = useRef({ stand, settled });
  const asked = useRef<Question | null>(null);

  const move = (next: Stand) => {
    newest.current.stand = next;
    setStand(next);
  };
  const settle = (next: Settled) => {
    newest.current.settled = next;
    setSettled(next);
    if (next.stand !== newest.current.stand) move(next.stand);
  };

  const ask = async (about: Stand) => {
    const { view, version, beganWith: began_with, form } = about;
    const { contact_id } = view;
    const preview = await call("preview_consent", { contact_id, version, began_with, form });
    if (newest.current.stand !== about) return;
    const { conflict, outcome } = preview;
    if (!conflict) return settle({ stand: about, outcome });
    const { version: now, began_with: beganWith } = preview;
    settle({
      stand: { view: conflict.view, version: now, beganWith, form: conflict.form },
      outcome,
    });
    onConflict(preview);
  };
  const answerTo = (about: Stand) => {
    if (asked.current?.stand !== about) {
      const answer = ask(about).catch((cause) => {
        // No answer: the next one who needs it asks again.
        if (asked.current?.stand === about) asked.current = null;
        throw cause;
      });
      asked.current = { stand: about, answer };
    }
    return asked.current.answer;
  };

  return {
    stand,
    outcome: settled.outcome,
    turn: (change: (form: ConsentForm) => ConsentForm) => {
      const before = newest.current.stand;
      move({ ...before, form: change(before.form) });
      // Saving asks again, and says what is wrong.
      answerTo(newest.current.stand).catch(() => {});
    },
    /** Goes on with a form that was filled in before, over what stood then: what was saved since is merged. */
    resume: (form: ConsentForm, version: number) => {
      move({ ...newest.current.stand, form, version });
      answerTo(newest.current.stand).catch(() => {});
    },
    /** Goes on over what was recorded by this dialog itself. */
    goOnOver: (view: ConsentView) => move({ ...newest.current.stand, view, version: view.version }),
    /** Asks again, and says whether somebody else saved. */
    askAgain: async () => {
      const { view } = newest.current.stand;
      asked.current = null;
      await answerTo(newest.current.stand);
      return newest.current.stand.view !== view;
    },
    /** The answer about the form as it stands; null when somebody else's save changed it under way. */
    settled: async (): Promise<Settled | null> => {
      const { view } = newest.current.stand;
      while (newest.current.settled.stand !== newest.current.stand) {
        const about = newest.current.stand;
        try {
          await answerTo(about);
        } catch (cause) {
          if (newest.current.stand === about) throw cause;
        }
      }
      return newest.current.stand.view === view ? newest.current.settled : null;
    },
  };
}

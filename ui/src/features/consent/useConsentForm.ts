import { useRef, useState } from "react";
import type {
  ConsentOutcome,
  ConsentView,
  Screen,
  TickBox,
  TickParty,
  WordsTold,
} from "@/bindings/commands";
import type { STAFF_METHODS } from "@/bindings/constants";
import { notesTooLong } from "@/components/NotesField";
import { Refusal, useChange } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";
import { isTurned, type Tick, withBrand, withCells, withRefused, withTick } from "./form";
import { usePreview } from "./usePreview";

/** A way of answering that staff can witness. */
export type StaffMethod = (typeof STAFF_METHODS)[number];

/** A conflict: what the dispatcher said of it, and the notes as they were then. */
interface Conflict {
  message: string;
  notes: string;
}

/** What was recorded: answers, that nothing changed, that all of it is right, or an exclusion. */
export type Saved = "answers" | "review" | "reconfirmed" | "excluded" | "included";

/** Where the keyboard goes because of what is missing there; `times` tells one try from the next. */
export interface Missing {
  field: "method" | "notes" | `kinds_${TickParty}` | `channels_${TickParty}`;
  times: number;
}

interface Told {
  /** Do the words stand open on the screen? */
  open: boolean;
  /** Did somebody tick that they were read out, or stand on the paper? */
  ticked: boolean;
}

/** Was the customer told the words? Only what somebody can say so of counts (SPEC 2.4). */
export function wordsTold(method: StaffMethod | null, { open, ticked }: Told): WordsTold {
  if (ticked) return method === "paper_form" ? "shown" : "read_out";
  return open && method === "in_person" ? "shown" : "none";
}

/**
 * Everything typed and ticked in Edit Marketing Consent, what saving it would record, and the saving.
 * `wordsOpen`: the dialog opens with the words to read to the customer.
 */
export function useConsentForm(
  opened: ConsentView,
  screen: Screen,
  wordsOpen: boolean,
  onSaved: (saved: Saved) => void,
) {
  // Nobody is asked how the customer answered by a choice that stands there already.
  const [method, setMethod] = useState<StaffMethod | null>(null);
  const [told, setTold] = useState<Told>({ open: wordsOpen, ticked: false });
  const [methodWrong, setMethodWrong] = useState<string | null>(null);
  const [missing, setMissing] = useState<Missing | null>(null);
  const [signedForm, setSignedForm] = useState(false);
  const [notes, setNotes] = useState("");
  const [reconfirmed, setReconfirmed] = useState(false);
  const [notesWrong, setNotesWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [settling, setSettling] = useState(false);
  // From the click on, also before it is drawn: what is turned now was not on screen when it was clicked.
  const frozen = useRef(false);
  const save = useChange("save_consent");
  const exclude = useChange("set_exclusion");
  const typed = useRef(notes);
  typed.current = notes;

  const preview = usePreview(opened, ({ conflict: found }) => {
    if (!found) return;
    setConflict((was) => ({
      message: found.message,
      notes: found.denied_more || was === null ? typed.current : was.notes,
    }));
    setReconfirmed(false);
    void dropTags(["consent", "contact", "history"]);
  });
  const { stand, outcome } = preview;

  /** What is wrong with the notes, or null. */
  const notesAmiss = (need: ConsentOutcome["notes"]) => {
    const tooLong = notesTooLong(notes);
    if (tooLong || need === "optional") return tooLong;
    if (notes.trim() === "") return text("consent.notesRequired");
    // A note from before somebody else's no says nothing about giving it again.
    const old = conflict !== null && notes.trim() === conflict.notes.trim();
    return need === "new" && old ? text("consent.notesAgain") : null;
  };

  const goTo = (field: Missing["field"]) =>
    setMissing((was) => ({ field, times: (was?.times ?? 0) + 1 }));

  const record = async (review: boolean) => {
    let known = await preview.settled();
    if (!known) return;
    const { exclusion, changes, notes: need, half_ticked, refusal: refused } = known.outcome;
    const [half] = half_ticked;
    if (half && refused) {
      goTo(`${half.half === "no_purpose" ? "kinds" : "channels"}_${half.party}`);
      return;
    }
    const again = reconfirmed && known.outcome.can_reconfirm;
    if (!review && exclusion === null && changes.length === 0 && !again) {
      // What was turned moves nothing: it stands so already.
      const message = text("consent.standsAlready");
      setRefusal(new Refusal({ code: "invalid", message, fields: {}, reference: null }));
      return;
    }
    const answers = exclusion === null || (!exclusion && changes.length > 0);
    const how = method;
    if (answers && how === null) {
      setMethodWrong(text("consent.howRequired"));
      goTo("method");
      return;
    }
    const wrong = notesAmiss(need);
    setNotesWrong(wrong);
    if (wrong) {
      goTo("notes");
      return;
    }
    const { contact_id } = known.stand.view;
    if (exclusion !== null) {
      const { version } = known.stand;
      const input = { contact_id, version, excluded: exclusion, notes, screen };
      preview.goOnOver(await exclude.mutateAsync(input));
    }
    // An exclusion alone is recorded by now; lifting it may come with what is allowed from today.
    if (answers && how !== null) {
      known = await preview.settled();
      if (!known) return;
      await save.mutateAsync({
        contact_id,
        version: known.stand.version,
        began_with: known.stand.beganWith,
        ...known.outcome.send,
        screen,
        method: how,
        signed_form: signedForm && how === "paper_form",
        words: wordsTold(how, told),
        review,
        notes,
        reconfirmed: reconfirmed && known.outcome.can_reconfirm,
      });
    }
    if (changes.length > 0) onSaved("answers");
    else if (exclusion !== null) onSaved(exclusion ? "excluded" : "included");
    else onSaved(review ? "review" : "reconfirmed");
  };

  /** Takes in what somebody else saved, after a refusal that says so. */
  const takeIn = async (refused: Refusal) => {
    try {
      if (!(await preview.askAgain())) setRefusal(refused);
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  const submit = async (review: boolean) => {
    if (frozen.current) return;
    frozen.current = true;
    setRefusal(null);
    setSettling(true);
    try {
      await record(review);
    } catch (cause) {
      const refused = Refusal.from(cause);
      if (refused.code === "conflict") await takeIn(refused);
      else if (refused.fields.notes) {
        setNotesWrong(refused.fields.notes);
        goTo("notes");
      } else setRefusal(refused);
    }
    frozen.current = false;
    setSettling(false);
  };

  /** Does nothing while a save is under way. */
  const unlessFrozen =
    <Given extends unknown[]>(act: (...given: Given) => void) =>
    (...given: Given) => {
      if (!frozen.current) act(...given);
    };

  return {
    view: stand.view,
    form: stand.form,
    outcome,
    method,
    signedForm,
    notes,
    reconfirmed,
    notesWrong,
    refusal,
    conflict: conflict?.message ?? null,
    busy: settling || save.isPending || exclude.isPending,
    /** Is there anything to save? */
    turned: isTurned(stand.form, stand.view.form) || (reconfirmed && outcome.can_reconfirm),
    methodWrong,
    missing,
    told,
    /** What is recorded of the words. */
    toldAs: wordsTold(method, told),
    /** Records what was answered. */
    submit: () => submit(false),
    /** Records that the customer confirmed what stands (D-10). */
    confirm: () => submit(true),
    takeIn,
    setMethod: unlessFrozen((how: StaffMethod) => {
      setMethod(how);
      setMethodWrong(null);
    }),
    setTold: unlessFrozen((now: Partial<Told>) => setTold((was) => ({ ...was, ...now }))),
    setSignedForm: unlessFrozen(setSignedForm),
    setReconfirmed: unlessFrozen(setReconfirmed),
    setNotes: unlessFrozen((words: string) => {
      setNotes(words);
      setNotesWrong(null);
    }),
    setTick: unlessFrozen((box: TickBox, value: boolean) =>
      preview.turn((form) => withTick(form, box, value)),
    ),
    setBrand: unlessFrozen((brand: string, value: boolean) =>
      preview.turn((form) => withBrand(form, brand, value)),
    ),
    setRefused: unlessFrozen((box: TickBox, value: boolean) =>
      preview.turn((form) => withRefused(form, box, value)),
    ),
    setCells: unlessFrozen((subjects: readonly string[], value: Tick) =>
      preview.turn((form) => withCells(form, subjects, value)),
    ),
    setExcluded: unlessFrozen((excluded: boolean) =>
      preview.turn((form) => ({ ...form, excluded })),
    ),
  };
}

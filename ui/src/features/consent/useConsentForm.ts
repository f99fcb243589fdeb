import { useRef, useState } from "react";
import type { ConsentOutcome, ConsentView, Screen, TickBox } from "@/bindings/commands";
import type { STAFF_METHODS } from "@/bindings/constants";
import { notesTooLong } from "@/components/NotesField";
import { useDraft } from "@/components/useDraft";
import { Refusal, useChange } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";
import { type Tick, withBrand, withCell, withTick } from "./form";
import { usePreview } from "./usePreview";

/** A way of answering that staff can witness. */
export type StaffMethod = (typeof STAFF_METHODS)[number];

/** A conflict: what the dispatcher said of it, and the notes as they were then. */
interface Conflict {
  message: string;
  notes: string;
}

/** Everything typed and ticked in Edit Marketing Consent, what saving it would record, and the saving. */
export function useConsentForm(opened: ConsentView, screen: Screen, onSaved: () => void) {
  const [method, setMethod] = useState<StaffMethod>("in_person");
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
  const draft = useDraft(
    `consent:${opened.contact_id}`,
    { form: stand.form, version: stand.version, method, signedForm, notes, reconfirmed },
    (was) => {
      preview.resume(was.form, was.version);
      setMethod(was.method);
      setSignedForm(was.signedForm);
      setNotes(was.notes);
      setReconfirmed(was.reconfirmed);
    },
  );

  /** What is wrong with the notes, or null. */
  const notesAmiss = (need: ConsentOutcome["notes"]) => {
    const tooLong = notesTooLong(notes);
    if (tooLong || need === "optional") return tooLong;
    if (notes.trim() === "") return text("consent.notesRequired");
    // A note from before somebody else's no says nothing about giving it again.
    const old = conflict !== null && notes.trim() === conflict.notes.trim();
    return need === "new" && old ? text("consent.notesAgain") : null;
  };

  const record = async () => {
    let known = await preview.settled();
    if (!known) return;
    const { exclusion, changes, notes: need } = known.outcome;
    const wrong = notesAmiss(need);
    setNotesWrong(wrong);
    if (wrong) return;
    const { contact_id } = known.stand.view;
    if (exclusion !== null) {
      const { version } = known.stand;
      const input = { contact_id, version, excluded: exclusion, notes, screen };
      preview.goOnOver(await exclude.mutateAsync(input));
    }
    // An exclusion alone is recorded by now; lifting it may come with what is allowed from today.
    if (exclusion === null || (!exclusion && changes.length > 0)) {
      known = await preview.settled();
      if (!known) return;
      await save.mutateAsync({
        contact_id,
        version: known.stand.version,
        began_with: known.stand.beganWith,
        ...known.outcome.send,
        screen,
        method,
        signed_form: signedForm && method === "paper_form",
        notes,
        reconfirmed: reconfirmed && known.outcome.can_reconfirm,
      });
    }
    draft.done();
    onSaved();
  };

  /** Takes in what somebody else saved, after a refusal that says so. */
  const takeIn = async (refused: Refusal) => {
    try {
      if (!(await preview.askAgain())) setRefusal(refused);
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  const submit = async () => {
    if (frozen.current) return;
    frozen.current = true;
    setRefusal(null);
    setSettling(true);
    try {
      await record();
    } catch (cause) {
      const refused = Refusal.from(cause);
      if (refused.code === "conflict") await takeIn(refused);
      else if (refused.fields.notes) setNotesWrong(refused.fields.notes);
      else setRefusal(refused);
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
    draft,
    busy: settling || save.isPending || exclude.isPending,
    submit,
    takeIn,
    setMethod: unlessFrozen(setMethod),
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
    setCell: unlessFrozen((subject: string, value: Tick) =>
      preview.turn((form) => withCell(form, subject, value)),
    ),
    setExcluded: unlessFrozen((excluded: boolean) =>
      preview.turn((form) => ({ ...form, excluded })),
    ),
  };
}

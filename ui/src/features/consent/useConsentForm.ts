import { useMemo, useState } from "react";
import type { ConsentView, Method, Screen } from "@/bindings/commands";
import { notesTooLong } from "@/components/NotesField";
import { call, Refusal, useChange } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";
import { brandOf, bySubject, isGiven, partyOf } from "./cells";
import {
  type Base,
  baseOf,
  giveAgain,
  merge,
  offersOf,
  released,
  savingOf,
  type Turned,
  untouched,
} from "./merge";
import { type Tick, type TickRef, withTick } from "./ticks";

/** The ways of answering that staff can witness. */
export const METHODS = ["in_person", "phone", "paper_form"] as const satisfies Method[];
export type StaffMethod = (typeof METHODS)[number];

/** A conflict: what the dispatcher said of it, and the notes as they were then. */
interface Conflict {
  message: string;
  notes: string;
}

/** Everything typed and ticked in Edit Marketing Consent, what saving it would record, and the saving. */
export function useConsentForm(opened: ConsentView, screen: Screen, onSaved: () => void) {
  const [base, setBase] = useState<Base>(() => baseOf(opened));
  const [turned, setTurned] = useState<Turned>(() => untouched(base));
  const [method, setMethod] = useState<StaffMethod>("in_person");
  const [signedForm, setSignedForm] = useState(false);
  const [notes, setNotes] = useState("");
  const [reconfirmed, setReconfirmed] = useState(false);
  const [notesWrong, setNotesWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const save = useChange("save_consent");
  const exclude = useChange("set_exclusion");

  const { view } = base;
  const { excluded } = turned;
  const exclusion = excluded === view.excluded ? null : excluded;
  const saving = useMemo(() => savingOf(base, turned), [base, turned]);
  const cells = useMemo(() => bySubject(view.rows), [view.rows]);
  const { changes } = saving;
  // Only a consent that was given can be given again; a review of none is no consent.
  const taken = new Set(
    changes.flatMap(({ subject, turn }) => (turn === "given" ? [] : [subject])),
  );
  const canReconfirm =
    !excluded &&
    exclusion === null &&
    [...cells].some(([subject, cell]) => isGiven(cell) && !taken.has(subject));
  const given = changes.flatMap(({ subject, turn }) => (turn === "given" ? [subject] : []));
  const givenAgain = given.filter((subject) => base.taken.has(subject));
  const needsNotes =
    exclusion !== null ||
    (view.notes_required && changes.some(({ turn }) => turn === "taken")) ||
    givenAgain.length > 0 ||
    given.some((subject) => cells.get(subject)?.by_customer === true);

  const onConflict = async (no: Refusal, before: Base) => {
    const fresh = await call("get_consent", { contact_id: view.contact_id }).catch((cause) => {
      setRefusal(Refusal.from(cause));
      return null;
    });
    if (!fresh) return;
    const merged = merge(before, turned, fresh);
    setBase(merged.base);
    setTurned(merged.turned);
    const more = [...merged.base.taken].some((subject) => !before.taken.has(subject));
    setConflict({
      message: no.message,
      notes: more || conflict === null ? notes : conflict.notes,
    });
    setReconfirmed(false);
    await dropTags(["consent", "contact", "history"]);
  };

  /** What is wrong with the notes, or null. */
  const notesAmiss = () => {
    const tooLong = notesTooLong(notes);
    if (tooLong || !needsNotes) return tooLong;
    if (notes.trim() === "") return text("consent.notesRequired");
    // A note from before somebody else's no says nothing about giving it again.
    const old = conflict !== null && notes.trim() === conflict.notes.trim();
    return givenAgain.length > 0 && old ? text("consent.notesAgain") : null;
  };

  const submit = async () => {
    const wrong = notesAmiss();
    setNotesWrong(wrong);
    setRefusal(null);
    if (wrong) return;
    let before = base;
    try {
      if (exclusion !== null) {
        const after = await exclude.mutateAsync({
          contact_id: view.contact_id,
          version: view.version,
          excluded: exclusion,
          notes,
          screen,
        });
        const { taken, held, lost } = base;
        before = { ...baseOf(after), taken, held, lost };
        setBase(before);
      }
      // An exclusion alone is recorded by now; lifting it may come with what is allowed from today.
      if (exclusion === null || (!exclusion && changes.length > 0)) {
        await save.mutateAsync({
          contact_id: view.contact_id,
          version: before.view.version,
          screen,
          us: saving.us,
          third_party: saving.third_party,
          manufacturer: saving.manufacturer,
          cells: saving.cells,
          method,
          signed_form: signedForm && method === "paper_form",
          notes,
          reconfirmed: reconfirmed && canReconfirm,
          began_with: conflict === null ? null : opened.version,
        });
      }
      onSaved();
    } catch (cause) {
      const no = Refusal.from(cause);
      if (no.code === "conflict") await onConflict(no, before);
      else if (no.fields.notes) setNotesWrong(no.fields.notes);
      else setRefusal(no);
    }
  };

  return {
    view,
    opened: base.ticks,
    turned,
    method,
    signedForm,
    notes,
    reconfirmed,
    notesWrong,
    refusal,
    conflict: conflict?.message ?? null,
    offers: excluded ? [] : offersOf(base, turned, saving.heldBack),
    exclusion,
    changes,
    canReconfirm,
    needsNotes,
    busy: save.isPending || exclude.isPending,
    submit,
    /** Takes in what somebody else saved, after a refusal that says so. */
    takeIn: (no: Refusal) => onConflict(no, base),
    setMethod,
    setSignedForm,
    setReconfirmed,
    setNotes: (words: string) => {
      setNotes(words);
      setNotesWrong(null);
    },
    setTick: (ref: TickRef, value: Tick) => {
      setTurned((was) => ({ ...was, ticks: withTick(was.ticks, ref, value) }));
      if (value !== true) return;
      setBase((was) =>
        released(was, (cell, channel) => channel === ref.tick && partyOf(cell) === ref.party),
      );
    },
    setBrand: (brand: string, allowed: boolean) => {
      setTurned((was) => ({ ...was, brands: { ...was.brands, [brand]: allowed } }));
      if (allowed) setBase((was) => released(was, (cell) => brandOf(cell) === brand));
    },
    /** Sets one cell of the full grid; null leaves it to the boxes, or as it stands. */
    setCell: (subject: string, value: boolean | null) =>
      setTurned((was) => {
        const { [subject]: _, ...others } = was.cells;
        return { ...was, cells: value === null ? others : { ...others, [subject]: value } };
      }),
    setExcluded: (value: boolean) => setTurned((was) => ({ ...was, excluded: value })),
    giveAgain: (subject: string) => setTurned((was) => giveAgain(was, subject)),
  };
}

import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { ConsentForm, FirstAnswers } from "@/bindings/commands";
import { notesTooLong } from "@/components/NotesField";
import { call, useCall } from "@/lib/api";
import type { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import { type Tick, withCells } from "./form";
import { type StaffMethod, wordsTold } from "./useConsentForm";

/** What is missing before the answers can be recorded. */
interface Wrong {
  field: "method" | "notes";
  words: string;
}

/** Everything typed and turned, as it is kept while the form is not saved. */
export interface FirstConsentTyped {
  turned: ConsentForm | null;
  method: StaffMethod | null;
  readOut: boolean;
  signedForm: boolean;
  notes: string;
}

/**
 * What a customer answers while their record is typed. It is sent with the new contact and recorded in the
 * same save; where nothing was answered, nothing is.
 */
export function useFirstConsent() {
  const beginning = useCall("begin_consent", {});
  const [turned, setTurned] = useState<ConsentForm | null>(null);
  const [method, setMethod] = useState<StaffMethod | null>(null);
  const [readOut, setReadOut] = useState(false);
  const [signedForm, setSignedForm] = useState(false);
  const [notes, setNotes] = useState("");
  const [wrong, setWrong] = useState<Wrong | null>(null);
  const answered = turned !== null && Object.keys(turned.cells).length > 0;
  // The last answer stays until the next is there.
  const preview = useCall(
    "begin_consent",
    { form: turned ?? undefined },
    { enabled: answered, placeholderData: keepPreviousData },
  );

  /**
   * The answers to send: null for none, undefined where something is missing, which is then said at its
   * field.
   */
  const ask = async (): Promise<FirstAnswers | null | undefined> => {
    setWrong(null);
    if (!answered || !turned) return null;
    const { outcome } = await call("begin_consent", { form: turned });
    if (outcome.changes.length === 0) return null;
    if (method === null) {
      setWrong({ field: "method", words: text("consent.howRequired") });
      return undefined;
    }
    const missing =
      notesTooLong(notes) ??
      (outcome.notes !== "optional" && notes.trim() === "" ? text("consent.notesRequired") : null);
    if (missing) {
      setWrong({ field: "notes", words: missing });
      return undefined;
    }
    return {
      cells: outcome.send.cells,
      method,
      notes,
      words: wordsTold(method, { open: false, ticked: readOut }),
      signed_form: signedForm && method === "paper_form",
    };
  };

  return {
    view: beginning.data,
    cells: turned?.cells ?? {},
    outcome: answered ? preview.data?.outcome : undefined,
    answered,
    /** Was anything here typed or ticked? */
    touched: answered || method !== null || readOut || signedForm || notes.trim() !== "",
    method,
    readOut,
    signedForm,
    notes,
    wrong,
    ask,
    typed: { turned, method, readOut, signedForm, notes } satisfies FirstConsentTyped,
    /** Puts back what was kept. */
    bringBack: (was: FirstConsentTyped) => {
      setTurned(was.turned);
      setMethod(was.method);
      setReadOut(was.readOut);
      setSignedForm(was.signedForm);
      setNotes(was.notes);
      setWrong(null);
    },
    /** Takes a refusal of the dispatcher to its field; false for one about something else. */
    takes: (refusal: Refusal): boolean => {
      for (const field of ["method", "notes"] as const) {
        const words = refusal.fields[field];
        // The contact has notes of its own, which are said by their length.
        if (words && answered && !(field === "notes" && notes.trim() !== "")) {
          setWrong({ field, words });
          return true;
        }
      }
      return false;
    },
    turn: (subjects: readonly string[], value: Tick) =>
      setTurned((was) => {
        const form = was ?? beginning.data?.form;
        return form ? withCells(form, subjects, value) : null;
      }),
    setMethod: (how: StaffMethod) => {
      setMethod(how);
      setWrong(null);
    },
    setReadOut,
    setSignedForm,
    setNotes: (words: string) => {
      setNotes(words);
      setWrong(null);
    },
  };
}

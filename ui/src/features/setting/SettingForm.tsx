import { type FormEvent, type ReactNode, useRef } from "react";
import { BroughtBack } from "@/components/BroughtBack";
import shared from "@/components/shared.module.css";
import { useDraft } from "@/components/useDraft";
import { useOnce } from "@/components/useOnce";
import { useUnsaved } from "@/components/useUnsaved";
import { useWrongField } from "@/components/useWrongField";
import { placeOf, type SettingPlace } from "@/lib/settings";
import { SaveBar } from "./SaveBar";

interface SettingFormProps<Value> {
  /** The setting or card being saved, in words; what is typed into it is kept under them. */
  what: string;
  /** Where a search for the setting leads. */
  place?: SettingPlace;
  /** What is typed by now, and how it is put back. */
  typed: Value;
  restore: (typed: Value) => void;
  dirty: boolean;
  /** Is it complete enough to be saved? */
  ready?: boolean;
  busy: boolean;
  /** Why the employee may not save, or null. */
  reason: string | null;
  onSubmit: (event: FormEvent<HTMLFormElement>) => unknown;
  onUndo: () => void;
  /** Above the buttons: why it was not saved. */
  refusal?: ReactNode;
  children: ReactNode;
}

/** The form of a settings card: it saves once, asks before it is left, and keeps what is typed. */
export function SettingForm<Value>({
  what,
  place,
  typed,
  restore,
  dirty,
  ready = true,
  busy,
  reason,
  onSubmit,
  onUndo,
  refusal,
  children,
}: SettingFormProps<Value>) {
  const form = useRef<HTMLFormElement>(null);
  const { running, isRunning, once } = useOnce(busy);
  const wrong = useWrongField(form, running);
  const draft = useDraft(`setting:${nameOf(what)}`, typed, restore, { dirty, reset: onUndo });
  useUnsaved({ isTyped: () => dirty && !isRunning(), isKept: draft.isKept, discard: draft.done });
  return (
    <form
      ref={form}
      className={shared.fields}
      {...(place ? placeOf(place) : {})}
      noValidate
      onInput={wrong.forget}
      onSubmit={(event) => {
        event.preventDefault();
        once(() => {
          wrong.ask();
          return onSubmit(event);
        });
      }}
    >
      <BroughtBack draft={draft} />
      {children}
      {refusal}
      <SaveBar dirty={dirty && ready} busy={running} reason={reason} what={what} onUndo={onUndo} />
    </form>
  );
}

/** The words as the name of a form: `Consent Portal` is `consent-portal`. */
function nameOf(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}

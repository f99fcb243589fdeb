import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { ContactDraft, ContactLine, ContactView, FirstAnswers } from "@/bindings/commands";
import { BroughtBack } from "@/components/BroughtBack";
import { notesTooLong } from "@/components/NotesField";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { type Crumb, Page } from "@/components/Page";
import { useDraft } from "@/components/useDraft";
import { useOnce } from "@/components/useOnce";
import { useSaveKeys } from "@/components/useSaveKeys";
import { useUnsaved } from "@/components/useUnsaved";
import { useWrongField } from "@/components/useWrongField";
import { WithReason } from "@/components/WithReason";
import { call, Refusal, useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { type Conflict, ConflictDialog } from "./ConflictDialog";
import classes from "./ContactEditor.module.css";
import { ContactFields } from "./ContactFields";
import { cleanDraft, draftOf, hasName, sameDraft, sentRows } from "./draft";
import { contactErrors } from "./formErrors";
import { SimilarDialog } from "./SimilarDialog";

/** What the customer allows, asked beside the details; another noun's, so the page brings it. */
export interface Preferences {
  fields: ReactNode;
  /** Was anything of it typed or ticked? */
  touched: boolean;
  /** What to record with the new contact: null for nothing, undefined where something is missing. */
  ask: () => Promise<FirstAnswers | null | undefined>;
  /** Shows a refusal that is about it; false for one about something else. */
  takes: (refusal: Refusal) => boolean;
  /** What was typed and ticked, to be kept while the contact is not saved, and putting it back. */
  typed: unknown;
  bringBack: (was: unknown) => void;
}

type SavedWords = "contact.createdDone" | "contact.savedDone" | "contact.backByAddress";

interface ContactEditorProps {
  title: string;
  crumbs: Crumb[];
  /** What the form begins with. */
  draft: ContactDraft;
  /** The contact being edited; absent for a new one. */
  existing?: ContactView;
  preferences?: Preferences;
}

/** Creates or edits a contact. What is typed is never lost: not by a refusal, not by a conflict, not by leaving unasked. */
export function ContactEditor({ title, crumbs, draft, existing, preferences }: ContactEditorProps) {
  const navigate = useNavigate();
  const form = useForm<ContactDraft>({ initialValues: draft });
  // What the form is compared with: the contact as it was opened, or as it was loaded again.
  const [opened, setOpened] = useState({ draft, version: existing?.version ?? 0, loads: 0 });
  const [dateIsDay, setDateIsDay] = useState(true);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [similar, setSimilar] = useState<ContactLine[]>([]);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const [loaded, setLoaded] = useState<string | null>(null);
  // The form's own name for what it sends: sent twice, it makes one contact.
  const [request] = useState(() => crypto.randomUUID());
  const create = useChange("create_contact");
  const missing = useMissingRight("create_contact");
  const update = useChange("update_contact");
  const { running: busy, isRunning, once } = useOnce();
  const sheet = useRef<HTMLFormElement>(null);
  const wrong = useWrongField(sheet, busy);
  const isTyped = !sameDraft(opened.draft, form.values) || !dateIsDay;
  const dirty = isTyped || preferences?.touched === true;
  const kept = useDraft(
    existing ? `contact:${existing.id}` : "contact:new",
    { values: form.values, opened, preferences: preferences?.typed },
    (was) => {
      setOpened({ ...was.opened, loads: opened.loads + 1 });
      form.setValues(was.values);
      if (was.preferences !== undefined) preferences?.bringBack(was.preferences);
    },
    { dirty },
  );
  useUnsaved({ isTyped: () => dirty && !isRunning(), isKept: kept.isKept, discard: kept.done });
  const back = existing ? paths.contact(existing.id) : paths.contacts;

  const isValid = (): boolean => {
    const errors: Record<string, string> = {};
    if (!hasName(form.values)) errors.last_name = text("contact.nameNeeded");
    if (!dateIsDay) errors.date_of_birth = text("common.dateNotADay");
    const long = notesTooLong(form.values.notes);
    if (long) errors.notes = long;
    form.setErrors(errors);
    return Object.keys(errors).length === 0;
  };

  const saved = (view: ContactView, words: SavedWords) => {
    kept.done();
    notifyDone(text(words, { name: view.display_name }));
    // The record then asks about preferences: after a change of address, phone or email as well (N-01).
    navigate(paths.contact(view.id), {
      replace: true,
      state: { askPreferences: view.preferences_prompt },
    });
  };

  const refused = async (cause: unknown) => {
    const no = Refusal.from(cause);
    if (no.code === "conflict" && existing) {
      const theirs = await call("get_contact", { id: existing.id }).catch((other) => {
        setRefusal(Refusal.from(other));
        return null;
      });
      if (!theirs) return;
      const { changed_by: who = "", changed_at: when = "" } = no.fields;
      setConflict({ theirs, who, when });
      return;
    }
    if (preferences?.takes(no)) return;
    const errors = contactErrors(no, sentRows(form.values));
    setRefusal(no);
    form.setErrors(errors);
  };

  const record = async (evenIfSimilar: boolean) => {
    setRefusal(null);
    setLoaded(null);
    if (!isValid()) return;
    const contact = cleanDraft(form.values);
    try {
      if (existing) {
        const { id } = existing;
        const view = await update.mutateAsync({ id, version: opened.version, contact });
        const isBack = existing.gone_away !== null && view.gone_away === null;
        saved(view, isBack ? "contact.backByAddress" : "contact.savedDone");
        return;
      }
      const answers = preferences ? await preferences.ask() : null;
      if (answers === undefined) {
        setSimilar([]);
        return;
      }
      if (!evenIfSimilar) {
        const rows = await call("similar_contacts", { contact });
        if (rows.length > 0) {
          setSimilar(rows);
          return;
        }
      }
      setSimilar([]);
      saved(
        await create.mutateAsync(answers ? { contact, answers, request } : { contact, request }),
        "contact.createdDone",
      );
    } catch (cause) {
      setSimilar([]);
      await refused(cause);
    }
  };

  // One save at a time, from the click to the answer: asking for similar contacts is part of it.
  const save = (evenIfSimilar = false) =>
    once(() => {
      wrong.ask();
      return record(evenIfSimilar);
    });

  useSaveKeys(() => save());

  const load = (theirs: ContactView, next: ContactDraft, words: string) => {
    setOpened((was) => ({
      draft: draftOf(theirs),
      version: theirs.version,
      loads: was.loads + 1,
    }));
    form.setValues(next);
    form.clearErrors();
    setDateIsDay(true);
    setConflict(null);
    setLoaded(words);
  };

  return (
    <Page fill title={title} crumbs={crumbs}>
      <div className={classes.editor}>
        {/* Above what scrolls: whoever saves from the notes at the foot sees it too. */}
        {(refusal || loaded || kept.broughtBack || kept.unkept) && (
          <div className={classes.news}>
            <BroughtBack draft={kept} />
            <FormRefusal refusal={refusal} />
            {loaded && !refusal && <Notice tone="good">{loaded}</Notice>}
          </div>
        )}
        <div className={classes.scroll}>
          {existing?.gone_away && (
            <Notice tone="warn">
              {text("contact.goneAwayEnds", { words: existing.gone_away.words })}
            </Notice>
          )}
          <form
            noValidate
            aria-label={title}
            className={classes.form}
            ref={sheet}
            onInput={wrong.forget}
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            {/* Enter in a field saves, as everywhere; the buttons stand in the bar below. */}
            <button type="submit" hidden />
            <ContactFields
              form={form}
              loads={opened.loads}
              isNew={!existing}
              standing={existing?.gaps}
              preferences={preferences?.fields}
              onDateIsDay={setDateIsDay}
            />
          </form>
        </div>
        <div className={classes.bar}>
          <WithReason reason={missing}>
            <Button loading={busy} onClick={() => save()}>
              {text(existing ? "contact.save" : "contact.create")}
            </Button>
          </WithReason>
          <Button variant="default" onClick={() => navigate(back)}>
            {text("common.cancel")}
          </Button>
        </div>
      </div>
      <SimilarDialog
        rows={similar}
        busy={busy}
        onOpen={(id) => {
          setSimilar([]);
          navigate(paths.contact(id));
        }}
        onCreate={() => save(true)}
        onClose={() => setSimilar([])}
      />
      {conflict && (
        <ConflictDialog
          conflict={conflict}
          opened={opened.draft}
          mine={form.values}
          onLoadTheirs={() =>
            load(conflict.theirs, draftOf(conflict.theirs), text("contact.theirsLoaded"))
          }
          onReapply={(next) => load(conflict.theirs, next, text("contact.reapplied"))}
          onClose={() => setConflict(null)}
        />
      )}
    </Page>
  );
}

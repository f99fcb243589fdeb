import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useHotkeys } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useNavigate } from "react-router";
import type { ContactDraft, ContactLine, ContactView, FirstAnswers } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { notesTooLong } from "@/components/NotesField";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { type Crumb, Page } from "@/components/Page";
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
import { useLeaveGuard } from "./useLeaveGuard";

/** What the customer allows, asked beside the details; another noun's, so the page brings it. */
export interface Preferences {
  fields: ReactNode;
  /** Was anything of it typed or ticked? */
  touched: boolean;
  /** What to record with the new contact: null for nothing, undefined where something is missing. */
  ask: () => Promise<FirstAnswers | null | undefined>;
  /** Shows a refusal that is about it; false for one about something else. */
  takes: (refusal: Refusal) => boolean;
}

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
  const [asking, setAsking] = useState(false);
  const create = useChange("create_contact");
  const missing = useMissingRight("create_contact");
  const update = useChange("update_contact");
  const busy = asking || create.isPending || update.isPending;
  const dirty =
    !sameDraft(opened.draft, form.values) || !dateIsDay || preferences?.touched === true;
  const { blocker, release } = useLeaveGuard(dirty);
  const back = existing ? paths.contact(existing.id) : paths.contacts;

  const isValid = (): boolean => {
    const errors: Record<string, string> = {};
    if (!hasName(form.values)) errors.last_name = text("contact.nameNeeded");
    if (!dateIsDay) errors.date_of_birth = text("common.dateNotADay");
    const long = notesTooLong(form.values.notes);
    if (long) errors.notes = long;
    form.setErrors(errors);
    focusFirst(Object.keys(errors));
    return Object.keys(errors).length === 0;
  };

  const focusFirst = (fields: string[]) => {
    const first = fields[0];
    if (first) window.setTimeout(() => form.getInputNode(first)?.focus());
  };

  const saved = (view: ContactView, words: "contact.createdDone" | "contact.savedDone") => {
    release();
    notifyDone(text(words, { name: view.display_name }));
    // The record then asks about preferences: after a change of address, phone or e-mail as well (N-01).
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
    focusFirst(Object.keys(errors));
  };

  const save = async (evenIfSimilar = false) => {
    if (busy) return;
    setRefusal(null);
    setLoaded(null);
    if (!isValid()) return;
    const contact = cleanDraft(form.values);
    try {
      if (existing) {
        const { id } = existing;
        saved(
          await update.mutateAsync({ id, version: opened.version, contact }),
          "contact.savedDone",
        );
        return;
      }
      const answers = preferences ? await preferences.ask() : null;
      if (answers === undefined) {
        setSimilar([]);
        return;
      }
      if (!evenIfSimilar) {
        setAsking(true);
        const rows = await call("similar_contacts", { contact }).finally(() => setAsking(false));
        if (rows.length > 0) {
          setSimilar(rows);
          return;
        }
      }
      setSimilar([]);
      saved(
        await create.mutateAsync(answers ? { contact, answers } : { contact }),
        "contact.createdDone",
      );
    } catch (cause) {
      setSimilar([]);
      await refused(cause);
    }
  };

  useHotkeys(
    [
      ["mod+S", () => void save()],
      ["mod+Enter", () => void save()],
    ],
    [],
  );

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
        {(refusal || loaded) && (
          <div className={classes.news}>
            <FormRefusal refusal={refusal} />
            {loaded && !refusal && <Notice tone="good">{loaded}</Notice>}
          </div>
        )}
        <div className={classes.scroll}>
          <form
            noValidate
            aria-label={title}
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              void save();
            }}
          >
            {/* Enter in a field saves, as everywhere; the buttons stand in the bar below. */}
            <button type="submit" hidden />
            <ContactFields
              form={form}
              loads={opened.loads}
              isNew={!existing}
              preferences={preferences?.fields}
              onDateIsDay={setDateIsDay}
            />
          </form>
        </div>
        <div className={classes.bar}>
          <WithReason reason={missing}>
            <Button loading={busy} onClick={() => void save()}>
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
        busy={create.isPending}
        onOpen={(id) => {
          setSimilar([]);
          navigate(paths.contact(id));
        }}
        onCreate={() => void save(true)}
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
      <ConfirmDialog
        opened={blocker.state === "blocked"}
        title={text("contact.leaveTitle")}
        confirmLabel={text("contact.leave")}
        cancelLabel={text("contact.stay")}
        danger
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      >
        <p>{text("contact.leaveWords")}</p>
      </ConfirmDialog>
    </Page>
  );
}

import { useState } from "react";
import type { ConsentView, Screen } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { NotesField, notesTooLong } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import { useDraft } from "@/components/useDraft";
import { call, Refusal, useChange } from "@/lib/api";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";

interface ExclusionDialogProps {
  view: ConsentView;
  name: string;
  screen: Screen;
  onClose: () => void;
}

/** Exclude from all marketing channels in one step, or take that back (D-07, D-08). Notes are required either way. */
export function ExclusionDialog({ view, name, screen, onClose }: ExclusionDialogProps) {
  const [base, setBase] = useState(view);
  const [notes, setNotes] = useState("");
  const [missing, setMissing] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [conflict, setConflict] = useState<string | null>(null);
  const change = useChange("set_exclusion");
  // What the dialog was opened for; a conflict may find that somebody else did it already.
  const excluding = !view.excluded;
  const draft = useDraft(`exclusion:${view.contact_id}`, notes, setNotes);

  const submit = async () => {
    const wrong = notes.trim() === "" ? text("consent.notesRequired") : notesTooLong(notes);
    setMissing(wrong);
    setRefusal(null);
    setConflict(null);
    if (wrong) return;
    try {
      await change.mutateAsync({
        contact_id: base.contact_id,
        version: base.version,
        excluded: excluding,
        notes,
        screen,
      });
      draft.done();
      notifyDone(text(excluding ? "consent.excludedDone" : "consent.includedDone"));
      onClose();
    } catch (cause) {
      const refused = Refusal.from(cause);
      const fresh =
        refused.code === "conflict"
          ? await call("get_consent", { contact_id: base.contact_id }).catch(() => null)
          : null;
      if (fresh) {
        setBase(fresh);
        setConflict(refused.message);
        await dropTags(["consent", "history"]);
      } else if (refused.fields.notes) {
        setMissing(refused.fields.notes);
      } else {
        setRefusal(refused);
      }
    }
  };

  return (
    <DialogForm
      opened
      title={text(excluding ? "consent.excludeTitle" : "consent.includeTitle")}
      submitLabel={text(excluding ? "consent.excludeDo" : "consent.includeDo")}
      danger={excluding}
      busy={change.isPending}
      draft={draft}
      submitDisabled={base.excluded === excluding}
      refusal={refusal}
      size={520}
      onSubmit={() => submit()}
      onClose={onClose}
    >
      {conflict && (
        <Notice tone="warn" title={text("consent.conflictTitle")}>
          {text("consent.conflictExclude", { message: conflict })}
        </Notice>
      )}
      <p>
        <bdi>{text(excluding ? "consent.excludeWords" : "consent.includeWords", { name })}</bdi>
      </p>
      <NotesField
        label={text("consent.notes")}
        required
        focused
        error={missing}
        maxRows={8}
        value={notes}
        onChange={(words) => {
          setNotes(words);
          setMissing(null);
        }}
      />
    </DialogForm>
  );
}

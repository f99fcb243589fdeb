import { useState } from "react";
import {
  CHANGES,
  type ContactId,
  type ErasurePreview,
  type ExportedFile,
  type Gone,
} from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Details } from "@/components/Details";
import { ErrorState } from "@/components/ErrorState";
import { InfoDialog } from "@/components/InfoDialog";
import { LoadingState } from "@/components/LoadingState";
import { NotesField, notesTooLong } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { notifyDone, notifyWarning } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { call, Refusal, useCall } from "@/lib/api";
import { count } from "@/lib/format";
import { dropTags } from "@/lib/query";
import { text } from "@/lib/texts";
import classes from "./Erasure.module.css";
import { RemainsFound } from "./RemainsFound";

interface ErasureDialogProps {
  contactId: ContactId;
  name: string;
  onErased: () => void | Promise<void>;
  onClose: () => void;
}

/** Right to Erasure: may it be, what goes and what stays, the account name typed, gone for good (D-20..D-22). */
export function ErasureDialog({ contactId, name, onErased, onClose }: ErasureDialogProps) {
  // What would go is counted when it is asked, never from an old answer.
  const preview = useCall(
    "preview_erasure",
    { contact_id: contactId },
    { gcTime: 0, staleTime: 0, refetchOnMount: "always" },
  );
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  // Nothing goes that nobody ticked.
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly ExportedFile[]>([]);
  const view = preview.data;

  const erase = async (typed: string) => {
    const missing = reason.trim() === "" ? text("erasure.reasonRequired") : notesTooLong(reason);
    setWrong(missing);
    if (missing) return;
    setBusy(true);
    setRefusal(null);
    try {
      const gone = await call("erase_contact", {
        contact_id: contactId,
        confirm_name: typed,
        reason,
        delete_files: chosen.map((file) => ({ name: file.name, sha256: file.sha256 })),
      });
      say(gone, view?.account_name ?? name);
      // First away from the record, then drop its answers, so that nobody asks for what is gone.
      await onErased();
      await dropTags(CHANGES.erase_contact ?? []);
    } catch (cause) {
      const no = Refusal.from(cause);
      if (no.fields.reason) setWrong(no.fields.reason);
      else setRefusal(no);
      setBusy(false);
      // It may have become ineligible while the box was open.
      if (no.code === "not_eligible") void preview.refetch();
    }
  };

  if (!view) {
    return (
      <InfoDialog opened title={text("erasure.title")} size={520} onClose={onClose}>
        {preview.error ? (
          <ErrorState refusal={preview.error} onRetry={preview.refetch} />
        ) : (
          <>
            <p>{text("erasure.checking")}</p>
            <LoadingState />
          </>
        )}
      </InfoDialog>
    );
  }
  if (!view.eligible) {
    return (
      <InfoDialog opened title={text("erasure.title")} size={520} onClose={onClose}>
        <Notice tone="bad" title={text("erasure.notEligible")}>
          <bdi>
            {text("erasure.notEligibleWords", {
              name: view.account_name,
              reasons: view.blocked_by.join("; "),
            })}
          </bdi>
        </Notice>
        <p>{text("erasure.notEligibleNext")}</p>
      </InfoDialog>
    );
  }
  return (
    <ConfirmDialog
      opened
      danger
      title={text("erasure.title")}
      confirmLabel={text("erasure.eraseFor")}
      typed={view.account_name}
      reference={view.reference}
      busy={busy}
      refusal={refusal}
      size={640}
      fieldsFirst
      onConfirm={(typed) => erase(typed)}
      onClose={onClose}
    >
      <Notice tone="bad">{text("erasure.irreversible")}</Notice>
      <Effects preview={view} />
      <RemainsFound contactId={contactId} chosen={chosen} onChoose={setChosen} />
      <NotesField
        label={text("erasure.reason")}
        description={text("erasure.reasonHint")}
        required
        focused
        error={wrong}
        minRows={2}
        maxRows={6}
        value={reason}
        onChange={(words) => {
          setReason(words);
          setWrong(null);
        }}
      />
    </ConfirmDialog>
  );
}

const WAITS = {
  soon: "erasure.waitsSoon",
  reader: "erasure.waitsReader",
  room: "erasure.waitsRoom",
  start: "erasure.waitsStart",
} as const;

/** *Erased* alone is said only once the last copy on the disk is gone; what goes by itself is no warning. */
function say(gone: Gone, name: string) {
  const words = text(gone.last_copies ? WAITS[gone.last_copies] : "erasure.erased", { name });
  if (gone.last_copies && gone.last_copies !== "soon") notifyWarning(words);
  else notifyDone(words);
  if (gone.files_left > 0) {
    notifyWarning(text("erasure.filesLeft", { count: count(gone.files_left) }));
  }
}

/** The dry run: what goes, with counts, and what stays and why. */
function Effects({ preview }: { preview: ErasurePreview }) {
  return (
    <div className={classes.effects}>
      <section>
        <h3 className={shared.heading}>{text("erasure.willGo")}</h3>
        <ul>
          {preview.said.map((what) => (
            <li key={what}>
              <span aria-hidden="true">•</span>
              <span>{what}</span>
            </li>
          ))}
        </ul>
        <Details>
          <div className={classes.tables}>
            {preview.will_go.map(({ what, count: rows }) => (
              <span key={what}>{text("erasure.countOf", { count: count(rows), what })}</span>
            ))}
          </div>
        </Details>
      </section>
      <section>
        <h3 className={shared.heading}>{text("erasure.stays")}</h3>
        <ul>
          {preview.stays.map((what) => (
            <li key={what}>
              <span aria-hidden="true">•</span>
              <span>{what}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

import { Button, CopyButton } from "@mantine/core";
import { useState } from "react";
import type { AccessExport, ContactId } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { InfoDialog } from "@/components/InfoDialog";
import { NotesField, notesTooLong } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { Refusal, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import classes from "./Gdpr.module.css";

interface AccessDialogProps {
  contactId: ContactId;
  name: string;
  onClose: () => void;
}

/** Right of Access: a reason, then Export Report writes the CSV and says what it wrote (D-18, D-19, A-30). */
export function AccessDialog({ contactId, name, onClose }: AccessDialogProps) {
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [written, setWritten] = useState<AccessExport | null>(null);
  const change = useChange("export_access");

  const submit = async () => {
    const missing = reason.trim() === "" ? text("gdpr.reasonRequired") : notesTooLong(reason);
    setWrong(missing);
    setRefusal(null);
    if (missing) return;
    try {
      const file = await change.mutateAsync({ contact_id: contactId, reason });
      // Whoever closed the file dialog is asked again, with the reason still there.
      if (!file.cancelled) setWritten(file);
    } catch (cause) {
      const no = Refusal.from(cause);
      if (no.fields.reason) setWrong(no.fields.reason);
      else setRefusal(no);
    }
  };

  if (written) return <Written file={written} name={name} onClose={onClose} />;
  return (
    <DialogForm
      opened
      title={text("gdpr.access")}
      submitLabel={text("gdpr.exportReport")}
      busy={change.isPending}
      refusal={refusal}
      size={520}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{text("gdpr.accessWords")}</p>
      <NotesField
        label={text("gdpr.reason")}
        description={text("gdpr.reasonHint")}
        required
        focused
        error={wrong}
        maxRows={8}
        value={reason}
        onChange={(words) => {
          setReason(words);
          setWrong(null);
        }}
      />
      <p>{text("gdpr.accessLogged")}</p>
    </DialogForm>
  );
}

function Written({
  file,
  name,
  onClose,
}: {
  file: AccessExport;
  name: string;
  onClose: () => void;
}) {
  return (
    <InfoDialog opened title={text("gdpr.exportedTitle")} size={560} onClose={onClose}>
      <Notice tone="good">
        <dl className={classes.facts}>
          <dt>{text("gdpr.exportedFile")}</dt>
          <dd>{file.file}</dd>
          {file.folder && (
            <>
              <dt>{text("gdpr.exportedFolder")}</dt>
              <dd>{file.folder}</dd>
            </>
          )}
          <dt>{text("gdpr.exportedRows")}</dt>
          <dd>{count(file.rows)}</dd>
          <dt>{text("gdpr.exportedHash")}</dt>
          <dd className={classes.hash}>{file.sha256}</dd>
        </dl>
      </Notice>
      <div>
        <CopyButton value={file.sha256}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-sm" onClick={copy}>
              {copied
                ? text("gdpr.copied")
                : `${text("gdpr.copyHash")} ${text("gdpr.exportedHash")}`}
            </Button>
          )}
        </CopyButton>
      </div>
      <div>
        <h3 className={classes.heading}>{text("gdpr.howToSend")}</h3>
        <ol className={classes.steps}>
          <li>{text("gdpr.howToSend1", { name })}</li>
          <li>{text("gdpr.howToSend2")}</li>
          <li>{text("gdpr.howToSend3")}</li>
        </ol>
      </div>
    </InfoDialog>
  );
}

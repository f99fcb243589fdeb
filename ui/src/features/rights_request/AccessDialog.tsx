import { Button } from "@mantine/core";
import { IconFolderOpen } from "@tabler/icons-react";
import { useState } from "react";
import type { AccessExport, ContactId } from "@/bindings/commands";
import { CopyText } from "@/components/CopyText";
import { Details } from "@/components/Details";
import { DialogForm } from "@/components/DialogForm";
import { InfoDialog } from "@/components/InfoDialog";
import { NotesField, notesTooLong } from "@/components/NotesField";
import { Notice } from "@/components/Notice";
import { showInFolder } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useDraft } from "@/components/useDraft";
import { Refusal, useChange } from "@/lib/api";
import { count } from "@/lib/format";
import { text } from "@/lib/texts";

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
  const draft = useDraft(`access:${contactId}`, reason, setReason);

  const submit = async () => {
    const missing =
      reason.trim() === "" ? text("rights_request.reasonRequired") : notesTooLong(reason);
    setWrong(missing);
    setRefusal(null);
    if (missing) return;
    try {
      const file = await change.mutateAsync({ contact_id: contactId, reason });
      // Whoever closed the file dialog is asked again, with the reason still there.
      if (file.cancelled) return;
      draft.done();
      setWritten(file);
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
      title={text("rights_request.access")}
      submitLabel={text("rights_request.exportReport")}
      busy={change.isPending}
      draft={draft}
      refusal={refusal}
      size={520}
      onSubmit={() => submit()}
      onClose={onClose}
    >
      <p>{text("rights_request.accessWords")}</p>
      <NotesField
        label={text("rights_request.reason")}
        description={text("rights_request.reasonHint")}
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
      <p>{text("rights_request.accessLogged")}</p>
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
    <InfoDialog opened title={text("rights_request.exportedTitle")} size={560} onClose={onClose}>
      <Notice tone="good">
        <dl className={shared.facts}>
          <dt>{text("rights_request.exportedFile")}</dt>
          <dd>{file.file}</dd>
          {file.folder && (
            <>
              <dt>{text("rights_request.exportedFolder")}</dt>
              <dd>{file.folder}</dd>
            </>
          )}
        </dl>
      </Notice>
      {file.saved && (
        <div>
          <Button
            variant="default"
            leftSection={<IconFolderOpen size={15} />}
            onClick={() => void showInFolder(file.saved ?? "")}
          >
            {text("common.showInFolder")}
          </Button>
        </div>
      )}
      <div>
        <h3 className={shared.heading}>{text("rights_request.howToSend")}</h3>
        <ol className={shared.bullets}>
          <li>{text("rights_request.howToSend1", { name })}</li>
          <li>{text("rights_request.howToSend2")}</li>
          <li>{text("rights_request.howToSend3")}</li>
        </ol>
      </div>
      <Details>
        <dl className={shared.facts}>
          <dt>{text("rights_request.exportedRows")}</dt>
          <dd>{count(file.rows)}</dd>
          <dt>{text("rights_request.exportedHash")}</dt>
          <dd className={shared.mono}>
            <CopyText value={file.sha256} />
          </dd>
        </dl>
      </Details>
    </InfoDialog>
  );
}

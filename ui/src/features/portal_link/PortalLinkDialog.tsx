import { Checkbox, Radio } from "@mantine/core";
import { useState } from "react";
import type { ContactEmail, ContactId, PortalLinkPrepared } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { InfoDialog } from "@/components/InfoDialog";
import { Notice } from "@/components/Notice";
import { Refusal, useCall, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import { isNotSetUp, NotSetUpDialog } from "./NotSetUpDialog";
import classes from "./Portal.module.css";

interface PortalLinkDialogProps {
  contactId: ContactId;
  name: string;
  emails: ContactEmail[];
  onClose: () => void;
}

/** Email Link to Customer Consent Portal (D-29): which address, did they ask for it, and what was prepared. */
export function PortalLinkDialog({ contactId, name, emails, onClose }: PortalLinkDialogProps) {
  const [email, setEmail] = useState(emails[0]?.address ?? "");
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [prepared, setPrepared] = useState<PortalLinkPrepared | null>(null);
  const change = useChange("prepare_portal_link");
  const checked = useCall(
    "check_portal_link",
    { contact_id: contactId, email },
    { enabled: emails.length > 0 },
  );
  const title = text("portal_link.link");

  const submit = async () => {
    setRefusal(null);
    try {
      setPrepared(
        await change.mutateAsync({ contact_id: contactId, email, customer_asked: asked }),
      );
    } catch (cause) {
      setRefusal(Refusal.from(cause));
    }
  };

  if (emails.length === 0) {
    return (
      <InfoDialog opened title={title} onClose={onClose}>
        <Notice tone="warn" title={text("portal_link.noAddress")}>
          {text("portal_link.noAddressHint")}
        </Notice>
      </InfoDialog>
    );
  }
  const missing = refusal ?? checked.error;
  if (isNotSetUp(missing)) {
    return <NotSetUpDialog title={title} refusal={missing} onClose={onClose} />;
  }
  if (prepared) {
    const words =
      prepared.handed_over === "eml" ? "portal_link.preparedEml" : "portal_link.preparedMailto";
    return (
      <InfoDialog opened title={text("portal_link.preparedTitle")} onClose={onClose}>
        <Notice tone="good">
          <bdi>{text(words, { address: prepared.address })}</bdi>
        </Notice>
        <p>{text("portal_link.preparedLogged")}</p>
      </InfoDialog>
    );
  }
  return (
    <DialogForm
      opened
      title={title}
      submitLabel={text("portal_link.prepare")}
      busy={change.isPending}
      refusal={refusal}
      size={520}
      onSubmit={() => submit()}
      onClose={onClose}
    >
      <p>
        <bdi>{text("portal_link.words", { name })}</bdi>
      </p>
      {emails.length === 1 ? (
        <p>
          <b>
            <bdi>{text("portal_link.onlyAddress", { address: email })}</bdi>
          </b>
        </p>
      ) : (
        <Radio.Group label={text("portal_link.address")} value={email} onChange={setEmail}>
          {emails.map(({ address }) => (
            <Radio key={address} size="xs" mt={10} value={address} label={<bdi>{address}</bdi>} />
          ))}
        </Radio.Group>
      )}
      {/* Its place is there from the beginning, so that the tick below does not move. */}
      <div className={classes.told} role="status">
        {checked.data &&
          (checked.data.allowed ? (
            <Notice tone="good">{text("portal_link.allowed")}</Notice>
          ) : (
            <Notice tone="warn" title={text("portal_link.notAllowed")}>
              <bdi>{checked.data.reasons.join("; ")}</bdi>
            </Notice>
          ))}
      </div>
      <Checkbox
        data-autofocus
        label={text("portal_link.asked")}
        description={text("portal_link.askedHint")}
        checked={asked}
        onChange={(event) => setAsked(event.currentTarget.checked)}
      />
    </DialogForm>
  );
}

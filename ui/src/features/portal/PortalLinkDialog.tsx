import { Checkbox, Radio } from "@mantine/core";
import { useState } from "react";
import type { ContactEmail, ContactId, PortalLinkPrepared } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { InfoDialog } from "@/components/InfoDialog";
import { Notice } from "@/components/Notice";
import { Refusal, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import { isNotSetUp, NotSetUpDialog } from "./NotSetUpDialog";

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
  const title = text("portal.link");

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
        <Notice tone="warn" title={text("portal.noAddress")}>
          {text("portal.noAddressHint")}
        </Notice>
      </InfoDialog>
    );
  }
  if (isNotSetUp(refusal)) {
    return <NotSetUpDialog title={title} refusal={refusal} onClose={onClose} />;
  }
  if (prepared) {
    const words = prepared.handed_over === "eml" ? "portal.preparedEml" : "portal.preparedMailto";
    return (
      <InfoDialog opened title={text("portal.preparedTitle")} onClose={onClose}>
        <Notice tone="good">
          <bdi>{text(words, { address: prepared.address })}</bdi>
        </Notice>
        <p>{text("portal.preparedLogged")}</p>
      </InfoDialog>
    );
  }
  return (
    <DialogForm
      opened
      title={title}
      submitLabel={text("portal.prepare")}
      busy={change.isPending}
      refusal={refusal}
      size={520}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        <bdi>{text("portal.words", { name })}</bdi>
      </p>
      {emails.length === 1 ? (
        <p>
          <b>
            <bdi>{text("portal.onlyAddress", { address: email })}</bdi>
          </b>
        </p>
      ) : (
        <Radio.Group label={text("portal.address")} value={email} onChange={setEmail}>
          {emails.map(({ address }) => (
            <Radio key={address} size="xs" mt={10} value={address} label={<bdi>{address}</bdi>} />
          ))}
        </Radio.Group>
      )}
      <Checkbox
        data-autofocus
        label={text("portal.asked")}
        description={text("portal.askedHint")}
        checked={asked}
        onChange={(event) => setAsked(event.currentTarget.checked)}
      />
    </DialogForm>
  );
}

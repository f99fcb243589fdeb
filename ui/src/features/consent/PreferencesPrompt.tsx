import { useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { useCall } from "@/lib/api";
import { EditConsentDialog } from "./EditConsentDialog";

interface PreferencesPromptProps {
  contactId: ContactId;
  name: string;
}

/**
 * The contact-preferences pop-up (N-01): comes by itself on a contact nobody ever asked, and after
 * a change of address, phone or email. Esc or
 * "Ask later" closes it, nothing is recorded, and it is back the next time the contact is opened
 * . The screen that shows it mounts it anew for each opening.
 */
export function PreferencesPrompt({ contactId, name }: PreferencesPromptProps) {
  const [closed, setClosed] = useState(false);
  const consent = useCall("get_consent", { contact_id: contactId }, { enabled: !closed });
  if (closed || !consent.data) return null;
  return (
    <EditConsentDialog
      first
      view={consent.data}
      name={name}
      screen={consent.data.never_reviewed ? "contact_created" : "contact_record"}
      onClose={() => setClosed(true)}
    />
  );
}

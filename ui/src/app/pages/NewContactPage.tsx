import { FirstConsent } from "@/features/consent/FirstConsent";
import { type FirstConsentTyped, useFirstConsent } from "@/features/consent/useFirstConsent";
import { NewContact } from "@/features/contact/NewContact";

/** A new contact, with what the customer allows on the same page: one save records both. */
export function NewContactPage() {
  const consent = useFirstConsent();
  return (
    <NewContact
      preferences={{
        fields: <FirstConsent consent={consent} />,
        touched: consent.touched,
        ask: consent.ask,
        takes: consent.takes,
        typed: consent.typed,
        bringBack: (was) => consent.bringBack(was as FirstConsentTyped),
      }}
    />
  );
}

import { useState } from "react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import type { ContactId, ContactView } from "@/bindings/commands";
import { LoadingState } from "@/components/LoadingState";
import { Page } from "@/components/Page";
import { Tag } from "@/components/Tag";
import { AsAtDialog } from "@/features/consent/AsAtDialog";
import { ConsentPanel } from "@/features/consent/ConsentPanel";
import { ConsentTag } from "@/features/consent/ConsentTag";
import { PreferencesPrompt } from "@/features/consent/PreferencesPrompt";
import { ReceiptMenu } from "@/features/consent_receipt/ReceiptMenu";
import { AddressCard } from "@/features/contact/AddressCard";
import { ContactGone } from "@/features/contact/ContactGone";
import { Overview } from "@/features/contact/Overview";
import { ErasureDialog } from "@/features/erasure/ErasureDialog";
import { GdprTab } from "@/features/history/GdprTab";
import { RightsRequest, type RightsStep } from "@/features/rights_request/RightsRequest";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { ContactActions } from "./ContactActions";
import classes from "./Customers.module.css";
import { type RecordTab, RecordTabs } from "./RecordTabs";

/** One contact's record. Opening another one begins anew: its own pop-up, its own tab. */
export function ContactPage() {
  const id = (useParams().id ?? "") as ContactId;
  return <Opening key={id} id={id} />;
}

function Opening({ id }: { id: ContactId }) {
  const contact = useCall("get_contact", { id }, { refetchOnMount: "always" });
  if (contact.error) return <ContactGone refusal={contact.error} onRetry={contact.refetch} />;
  if (!contact.data) {
    return (
      <Page title={text("contact.recordTitle")}>
        <LoadingState />
      </Page>
    );
  }
  return <Record contact={contact.data} />;
}

/** The record: address and consent always in sight on the left, everything else in tabs (D-06). */
function Record({ contact }: { contact: ContactView }) {
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const tab: RecordTab = search.get("tab") === "gdpr" ? "gdpr" : "overview";
  // An edit just now may ask for a review of what was reviewed before.
  const { state } = useLocation();
  const asks = state?.askPreferences === true;
  const fromReconsent = state?.from === "reconsent";
  const [lookingBack, setLookingBack] = useState(false);
  const [request, setRequest] = useState<RightsStep | null>(null);
  const { id, display_name: name } = contact;
  return (
    <Page
      fill
      title={name}
      crumbs={[
        { label: text("contact.customers"), to: paths.contacts },
        fromReconsent
          ? { label: text("reconsent.title"), to: paths.reconsent }
          : { label: text("contact.allContacts"), to: paths.contacts },
      ]}
      tags={
        <>
          <Tag>{contact.reference}</Tag>
          <ConsentTag contactId={id} />
        </>
      }
      actions={<ContactActions contact={contact} onErase={() => setRequest("erasure")} />}
    >
      <div className={classes.record}>
        <div className={classes.left}>
          <AddressCard contact={contact} />
          <ConsentPanel contactId={id} name={name} screen="contact_record" />
        </div>
        <section className={classes.right} aria-label={text("contact.tabs")}>
          <RecordTabs
            current={tab}
            onTab={(next) => setSearch(next === "overview" ? {} : { tab: next }, { replace: true })}
          />
          <div
            role="tabpanel"
            id={`panel-${tab}`}
            aria-labelledby={`tab-${tab}`}
            className={classes.panel}
          >
            {tab === "overview" ? (
              <Overview contact={contact} />
            ) : (
              <GdprTab
                contactId={id}
                onRequest={() => setRequest("choose")}
                onAsAt={() => setLookingBack(true)}
                receipt={<ReceiptMenu contactId={id} />}
              />
            )}
          </div>
        </section>
      </div>
      {(contact.preferences_prompt || asks) && <PreferencesPrompt contactId={id} name={name} />}
      {lookingBack && (
        <AsAtDialog contactId={id} name={name} onClose={() => setLookingBack(false)} />
      )}
      {request && (
        <RightsRequest
          contactId={id}
          name={name}
          start={request}
          erasure={
            <ErasureDialog
              contactId={id}
              name={name}
              onErased={() => navigate(paths.contacts, { replace: true })}
              onClose={() => setRequest(null)}
            />
          }
          onClose={() => setRequest(null)}
        />
      )}
    </Page>
  );
}

import { useEffect, useState } from "react";
import { useLocation, useNavigate, useParams, useSearchParams } from "react-router";
import type { ContactId, ContactView } from "@/bindings/commands";
import { LoadingState } from "@/components/LoadingState";
import { Page } from "@/components/Page";
import { Tag } from "@/components/Tag";
import { AsAtDialog } from "@/features/consent/AsAtDialog";
import { ConsentMarks } from "@/features/consent/ConsentMarks";
import { ConsentPanel } from "@/features/consent/ConsentPanel";

import { PreferencesPrompt } from "@/features/consent/PreferencesPrompt";
import { ReceiptMenu } from "@/features/consent_receipt/ReceiptMenu";
import { AddressCard } from "@/features/contact/AddressCard";
import { CircumstanceTags } from "@/features/contact/CircumstanceTags";
import { ContactGone } from "@/features/contact/ContactGone";
import { Overview } from "@/features/contact/Overview";
import { ErasureDialog } from "@/features/erasure/ErasureDialog";
import { GdprTab } from "@/features/history/GdprTab";
import { RightsRequest, type RightsStep } from "@/features/rights_request/RightsRequest";
import { ContactVehicles } from "@/features/vehicle/ContactVehicles";
import { useCall } from "@/lib/api";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { noteOpened } from "@/lib/recent";
import { useMissingRight, useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { ContactActions } from "./ContactActions";
import { ContactService } from "./ContactService";
import classes from "./Customers.module.css";
import { recordCrumbs } from "./customers";
import { RecordSide } from "./RecordSide";
import { RECORD_TABS, type RecordTab } from "./RecordTabs";

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
  const tab: RecordTab =
    RECORD_TABS.find((one) => one.tab === search.get("tab"))?.tab ?? "overview";
  const { state } = useLocation();
  // An edit just now may ask for a review of what was reviewed before.
  const asks = state?.askPreferences === true;
  // Which list it was opened from, so that the way up leads back there.
  const from: unknown = state?.from;
  const { employee } = useSession();
  const noRequest = useMissingRight("export_access");
  const noErase = useMissingRight("erase_contact");
  const [lookingBack, setLookingBack] = useState(false);
  const [request, setRequest] = useState<RightsStep | null>(null);
  const { id, display_name: name } = contact;
  useEffect(() => noteOpened(employee.id, id), [employee.id, id]);
  const show = (next: RecordTab) =>
    setSearch(next === "overview" ? {} : { tab: next }, { replace: true, state: { from } });
  useCommands([
    { id: "record.overview", run: () => show("overview") },
    { id: "record.service", run: () => show("service") },
    { id: "record.vehicles", run: () => show("vehicles") },
    { id: "record.gdpr", run: () => show("gdpr") },
    { id: "record.asAt", run: () => setLookingBack(true) },
    { id: "record.rights", missing: noRequest, run: () => setRequest("choose") },
    { id: "record.erase", missing: noErase, run: () => setRequest("erasure") },
  ]);
  return (
    <Page
      fill
      title={name}
      crumbs={recordCrumbs(from)}
      tags={
        <>
          <Tag>{contact.reference}</Tag>
          <CircumstanceTags contact={contact} />
          <ConsentMarks contactId={id} />
        </>
      }
      actions={
        <ContactActions
          contact={contact}
          onAccess={() => setRequest("access")}
          onErase={() => setRequest("erasure")}
        />
      }
    >
      <div className={classes.record}>
        <div className={classes.left}>
          <AddressCard contact={contact} />
          <ConsentPanel contactId={id} name={name} screen="contact_record" />
        </div>
        <RecordSide
          tab={tab}
          onTab={show}
          panels={{
            overview: <Overview contact={contact} />,
            vehicles: <ContactVehicles contactId={id} name={name} />,
            service: <ContactService contactId={id} />,
            gdpr: (
              <GdprTab
                contactId={id}
                onRequest={() => setRequest("choose")}
                onAsAt={() => setLookingBack(true)}
                receipt={<ReceiptMenu contactId={id} />}
              />
            ),
          }}
        />
      </div>
      {(contact.preferences_prompt || (asks && !contact.died)) && (
        <PreferencesPrompt contactId={id} name={name} />
      )}
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

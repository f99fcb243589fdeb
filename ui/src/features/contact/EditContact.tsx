import { useState } from "react";
import { useParams } from "react-router";
import type { ContactId, ContactView } from "@/bindings/commands";
import { LoadingState } from "@/components/LoadingState";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { ContactEditor } from "./ContactEditor";
import { ContactGone } from "./ContactGone";
import { draftOf } from "./draft";

/** Edits one contact. */
export function EditContact() {
  const id = (useParams().id ?? "") as ContactId;
  // Always asked anew: an edit that begins from an old answer would end in a conflict.
  const contact = useCall("get_contact", { id }, { refetchOnMount: "always" });
  if (contact.error) return <ContactGone refusal={contact.error} onRetry={contact.refetch} />;
  if (!contact.data || (contact.isFetching && !contact.isFetchedAfterMount))
    return <LoadingState />;
  return <Opened key={id} contact={contact.data} />;
}

/** Keeps the contact as it was when the form opened, whatever the cache learns meanwhile. */
function Opened({ contact }: { contact: ContactView }) {
  const [opened] = useState(contact);
  return (
    <ContactEditor
      title={text("contact.editTitle", { name: opened.display_name })}
      crumbs={[
        { label: text("contact.customers"), to: paths.contacts },
        { label: opened.reference, to: paths.contact(opened.id) },
      ]}
      draft={draftOf(opened)}
      existing={opened}
    />
  );
}

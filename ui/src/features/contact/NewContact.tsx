import { useState } from "react";
import { useSearchParams } from "react-router";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { ContactEditor, type Preferences } from "./ContactEditor";
import { draftFromTerm } from "./draft";

/** A new contact, begun with what was searched for and not found. */
export function NewContact({ preferences }: { preferences?: Preferences }) {
  const [search] = useSearchParams();
  const term = search.get("for") ?? "";
  const [draft] = useState(() => draftFromTerm(term));
  return (
    <ContactEditor
      key={term}
      title={text("contact.createTitle")}
      crumbs={[{ label: text("contact.customers"), to: paths.contacts }]}
      draft={draft}
      preferences={preferences}
    />
  );
}

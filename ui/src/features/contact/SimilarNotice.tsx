import { useDebouncedValue } from "@mantine/hooks";
import type { ContactDraft } from "@/bindings/commands";
import { Notice } from "@/components/Notice";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import { cleanDraft, isTelling } from "./draft";
import { SimilarRows } from "./SimilarRows";

/** Contacts already there that share an email address, a phone number, or name and postcode, told while typing. */
export function SimilarNotice({ draft }: { draft: ContactDraft }) {
  const [asked] = useDebouncedValue(draft, 400);
  const similar = useCall(
    "similar_contacts",
    { contact: cleanDraft({ ...asked, notes: "" }) },
    { enabled: isTelling(asked), gcTime: 30_000 },
  );
  const rows = isTelling(draft) ? (similar.data ?? []) : [];
  if (rows.length === 0) return null;
  return (
    <Notice tone="warn" title={text("contact.similarTitle")}>
      {text("contact.similarWords")}
      <SimilarRows rows={rows} />
    </Notice>
  );
}

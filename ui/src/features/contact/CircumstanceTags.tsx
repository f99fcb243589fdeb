import type { ContactView } from "@/bindings/commands";
import { Tag } from "@/components/Tag";

/** Beside the name of a record: that they died, or left the address on file (L-03). */
export function CircumstanceTags({ contact }: { contact: ContactView }) {
  return (
    <>
      {contact.died && <Tag>{contact.died.words}</Tag>}
      {contact.gone_away && <Tag tone="warn">{contact.gone_away.words}</Tag>}
    </>
  );
}

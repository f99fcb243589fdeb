import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "react-router";
import type { ContactDraft, ContactLine } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { Notice } from "@/components/Notice";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./ContactForm.module.css";
import { cleanDraft, isTelling } from "./draft";

/** Contacts already there that share an e-mail address, a phone number, or name and postcode, told while typing. */
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

interface SimilarDialogProps {
  rows: ContactLine[];
  busy: boolean;
  onCreate: () => void;
  onClose: () => void;
}

/** Asks once more before a second record of what may be the same person is made. */
export function SimilarDialog({ rows, busy, onCreate, onClose }: SimilarDialogProps) {
  return (
    <DialogForm
      opened={rows.length > 0}
      title={text("contact.similarDialog")}
      submitLabel={text("contact.createAnyway")}
      busy={busy}
      size={560}
      onSubmit={onCreate}
      onClose={onClose}
    >
      <p>{text("contact.similarDialogWords")}</p>
      <SimilarRows rows={rows} />
    </DialogForm>
  );
}

function SimilarRows({ rows }: { rows: ContactLine[] }) {
  return (
    <ul className={classes.similar}>
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            <b>
              <bdi>{row.name || row.company}</bdi>
            </b>{" "}
            {row.reference}
            <small>
              <bdi>
                {[row.town, row.postcode, row.phone, row.email].filter(Boolean).join(" · ")}
              </bdi>
            </small>
          </span>
          <Button
            component={Link}
            to={paths.contact(row.id)}
            variant="default"
            size="compact-sm"
            aria-label={text("contact.openContact", { name: row.name || row.company })}
          >
            {text("contact.open")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

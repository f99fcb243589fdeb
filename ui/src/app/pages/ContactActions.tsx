import { Button, Menu } from "@mantine/core";
import {
  IconChevronDown,
  IconCopy,
  IconFileExport,
  IconMailForward,
  IconNotes,
  IconPrinter,
  IconUserX,
} from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ContactView } from "@/bindings/commands";
import { CommandKey, WithKey } from "@/components/CommandKeys";
import { notifyDone } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { usePrintForms } from "@/features/capture_form/usePrintForms";
import { CircumstanceDialog, type CircumstanceStep } from "@/features/contact/CircumstanceDialogs";
import { useCircumstances } from "@/features/contact/useCircumstances";
import { PortalLinkDialog } from "@/features/portal_link/PortalLinkDialog";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";

interface ContactActionsProps {
  contact: ContactView;
  /** Opens the Right of Access, or the Right to Erasure. */
  onAccess: () => void;
  onErase: () => void;
}

/** The buttons of a record: Print / Email Reconsent, More, Edit. */
export function ContactActions({ contact, onAccess, onErase }: ContactActionsProps) {
  const navigate = useNavigate();
  const { print, isPrinting, dialog } = usePrintForms();
  const [linking, setLinking] = useState(false);
  const missing = useMissingRight("erase_contact");
  const noAccess = useMissingRight("export_access");
  const noEdit = useMissingRight("update_contact");
  const noPrint = useMissingRight("print_capture_forms");
  const [noting, setNoting] = useState<CircumstanceStep | null>(null);
  const notes = useCircumstances(contact);
  const copy = async () => {
    await navigator.clipboard.writeText(contact.reference);
    notifyDone(text("contact.copied", { reference: contact.reference }));
  };
  const edit = () => navigate(paths.editContact(contact.id));
  const printForm = () => void print({ contacts: [contact.id] });
  useCommands([
    { id: "record.print", missing: noPrint, run: printForm },
    { id: "record.portal", missing: noPrint, run: () => setLinking(true) },
    { id: "record.edit", missing: noEdit, run: edit },
    { id: "record.copy", run: () => void copy() },
    ...notes.map(({ step, words, reason }) => ({
      id: `record.note:${step}` as const,
      words: text(words),
      missing: reason,
      run: () => setNoting(step),
    })),
  ]);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={isPrinting}
            rightSection={<IconChevronDown size={14} />}
          >
            {text("contact.reconsent")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPrinter size={16} />}
            disabled={noPrint !== null}
            rightSection={<CommandKey id="record.print" />}
            onClick={printForm}
          >
            {text("capture_form.report")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconMailForward size={16} />}
            disabled={noPrint !== null}
            rightSection={<CommandKey id="record.portal" />}
            onClick={() => setLinking(true)}
          >
            {text("portal_link.link")}
            {noPrint && <div className={classes.reason}>{noPrint}</div>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} />}>
            {text("contact.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => void copy()}>
            {text("contact.copyReference")}
          </Menu.Item>
          <Menu.Divider />
          {notes.map(({ step, words, reason }) => (
            <Menu.Item
              key={step}
              leftSection={<IconNotes size={16} />}
              disabled={reason !== null}
              onClick={() => setNoting(step)}
            >
              {text(words)}
              {reason && <div className={classes.reason}>{reason}</div>}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconFileExport size={16} />}
            disabled={noAccess !== null}
            onClick={onAccess}
          >
            {text("rights_request.access")}
          </Menu.Item>
          <Menu.Item
            color={missing ? undefined : "red"}
            leftSection={<IconUserX size={16} />}
            disabled={missing !== null}
            className={missing ? classes.barred : undefined}
            onClick={onErase}
          >
            {text("erasure.eraseFor")}
            {missing && <div className={classes.reason}>{missing}</div>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <WithReason reason={noEdit}>
        <WithKey id="record.edit">
          <Button variant="default" onClick={edit}>
            {text("common.edit")}
          </Button>
        </WithKey>
      </WithReason>
      {dialog}
      {noting && (
        <CircumstanceDialog step={noting} contact={contact} onClose={() => setNoting(null)} />
      )}
      {linking && (
        <PortalLinkDialog
          contactId={contact.id}
          name={contact.display_name}
          emails={contact.emails}
          onClose={() => setLinking(false)}
        />
      )}
    </>
  );
}

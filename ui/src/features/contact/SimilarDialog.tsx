import { Button, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import type { ContactId, ContactLine } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { text } from "@/lib/texts";
import { SimilarPerson } from "./SimilarPerson";

interface SimilarDialogProps {
  rows: ContactLine[];
  busy: boolean;
  onOpen: (id: ContactId) => void;
  onCreate: () => void;
  onClose: () => void;
}

/**
 * Asks once more before a second record of what may be the same person is made. Opening the one that is
 * there is what Enter does; a second record is made on purpose only.
 */
export function SimilarDialog({ rows, busy, onOpen, onCreate, onClose }: SimilarDialogProps) {
  const [chosen, setChosen] = useState<ContactId | null>(null);
  const open = rows.find((row) => row.id === chosen) ?? rows[0];
  return (
    <DialogForm
      opened={rows.length > 0}
      title={text("contact.similarDialog")}
      submitLabel={text("contact.openExisting")}
      cancelLabel={text("common.keepEditing")}
      focusSubmit
      // Which of them is looked at is nothing that was typed.
      dirty={false}
      size={560}
      aside={
        <Button variant="default" loading={busy} onClick={onCreate}>
          {text("contact.createAnyway")}
        </Button>
      }
      onSubmit={() => open && onOpen(open.id)}
      onClose={onClose}
    >
      <p>{text("contact.similarDialogWords")}</p>
      {rows.length === 1 && open && <SimilarPerson row={open} />}
      {rows.length > 1 && (
        <Radio.Group
          aria-label={text("contact.similarTitle")}
          value={open?.id ?? ""}
          onChange={(id) => setChosen(id as ContactId)}
        >
          <Stack gap={8}>
            {rows.map((row) => (
              <Radio key={row.id} value={row.id} label={<SimilarPerson row={row} />} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </DialogForm>
  );
}

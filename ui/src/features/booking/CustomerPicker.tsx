import { Button, Group, Select } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ContactId, ContactLine } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { useFoundContacts } from "@/lib/foundContacts";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Booking.module.css";

/** Whom a booking is for: found by name, telephone or plate, as everywhere. */
export function CustomerPicker({ onChoose }: { onChoose: (id: ContactId) => void }) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const { rows, none } = useFoundContacts(typed);
  const by = new Map(rows.map((row) => [row.id as string, row]));
  return (
    <Card title={text("booking.chooseTitle")} className={classes.choose}>
      <Select
        label={text("booking.choose")}
        placeholder={text("booking.choosePlaceholder")}
        nothingFoundMessage={none ? text("booking.chooseNone") : undefined}
        data-autofocus
        autoFocus
        searchable
        selectFirstOptionOnChange
        maxDropdownHeight={360}
        // The search has already chosen; the typed number is not in the label.
        filter={({ options }) => options}
        data={rows.map((row) => ({ value: row.id, label: row.name || row.company }))}
        renderOption={({ option }) => <Found row={by.get(option.value)} />}
        searchValue={typed}
        onSearchChange={setTyped}
        value={null}
        onChange={(id) => id && onChoose(id as ContactId)}
      />
      <Group gap={8}>
        <Button variant="default" onClick={() => navigate(paths.newContact(typed.trim()))}>
          {text("booking.newCustomer")}
        </Button>
      </Group>
    </Card>
  );
}

function Found({ row }: { row: ContactLine | undefined }) {
  if (!row) return null;
  const where = [row.reference, row.registration, row.phone, row.town].filter(Boolean);
  return (
    <span className={classes.found}>
      <b>{row.name || row.company}</b>
      <span>{where.join(" · ")}</span>
    </span>
  );
}

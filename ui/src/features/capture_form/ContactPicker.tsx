import { MultiSelect } from "@mantine/core";
import { useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { contactLabel, useFoundContacts } from "@/lib/foundContacts";
import { text } from "@/lib/texts";

interface ContactPickerProps {
  error: string | null;
  value: ContactId[];
  onChange: (ids: ContactId[]) => void;
}

/** Several contacts, found by the same search as everywhere. */
export function ContactPicker({ error, value, onChange }: ContactPickerProps) {
  const [typed, setTyped] = useState("");
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const { rows, none } = useFoundContacts(typed);
  // What is chosen has to stay among the options, or its name could not be shown.
  const options = new Map(value.map((id) => [id as string, labels.get(id) ?? id]));
  for (const row of rows) options.set(row.id, contactLabel(row));
  return (
    <MultiSelect
      label={text("capture_form.contacts")}
      placeholder={value.length === 0 ? text("capture_form.contactsPlaceholder") : undefined}
      nothingFoundMessage={none ? text("capture_form.contactsNone") : undefined}
      error={error}
      searchable
      hidePickedOptions
      maxDropdownHeight={280}
      // The search has already chosen; the typed phone number is not in the label.
      filter={({ options: all }) => all}
      data={[...options].map(([id, label]) => ({ value: id, label }))}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(ids) => {
        setLabels(new Map(ids.map((id) => [id, options.get(id) ?? id])));
        setTyped("");
        onChange(ids as ContactId[]);
      }}
    />
  );
}

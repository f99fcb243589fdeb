import { MultiSelect } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { ContactId, ContactLine } from "@/bindings/commands";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";

interface ContactPickerProps {
  error: string | null;
  value: ContactId[];
  onChange: (ids: ContactId[]) => void;
}

const labelOf = (row: ContactLine) =>
  [row.name || row.company, row.reference, row.town].filter(Boolean).join(" · ");

/** Several contacts, found by the same search as everywhere. */
export function ContactPicker({ error, value, onChange }: ContactPickerProps) {
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 60);
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const found = useCall(
    "search_contacts",
    { term: asked, limit: 20 },
    { enabled: asked !== "", placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  const rows = asked === "" ? [] : (found.data?.rows ?? []);
  // What is chosen has to stay among the options, or its name could not be shown.
  const options = new Map(value.map((id) => [id as string, labels.get(id) ?? id]));
  for (const row of rows) options.set(row.id, labelOf(row));
  return (
    <MultiSelect
      label={text("capture_form.contacts")}
      placeholder={value.length === 0 ? text("capture_form.contactsPlaceholder") : undefined}
      nothingFoundMessage={text(
        asked === "" ? "capture_form.contactsType" : "capture_form.contactsNone",
      )}
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

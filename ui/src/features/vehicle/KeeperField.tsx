import { Select } from "@mantine/core";
import { useState } from "react";
import type { ContactId } from "@/bindings/types";
import { contactLabel, useFoundContacts } from "@/lib/foundContacts";
import { text } from "@/lib/texts";

interface KeeperFieldProps {
  error: string | undefined;
  value: ContactId | null;
  onChange: (id: ContactId | null) => void;
}

/** A contact, found by the same search as everywhere. */
export function KeeperField({ error, value, onChange }: KeeperFieldProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  // What is chosen stands in the field, and is not searched for.
  const { rows, none } = useFoundContacts(typed === chosen?.label ? "" : typed);
  const options = rows.map((row) => ({ value: row.id as string, label: contactLabel(row) }));
  // What is chosen has to stay among the options, or its name could not be shown.
  const others = chosen && !options.some((one) => one.value === chosen.value) ? [chosen] : [];
  return (
    <Select
      label={text("vehicle.keeperWho")}
      placeholder={text("vehicle.keeperPlaceholder")}
      nothingFoundMessage={none ? text("vehicle.keeperNone") : undefined}
      error={error}
      searchable
      clearable
      data-autofocus
      maxDropdownHeight={240}
      // The search has already chosen; the typed phone number is not in the label.
      filter={({ options: all }) => all}
      data={[...options, ...others]}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(id, option) => {
        setChosen(id === null ? null : { value: id, label: option?.label ?? "" });
        onChange(id as ContactId | null);
      }}
    />
  );
}

import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { ContactId, ContactLine } from "@/bindings/types";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";

interface KeeperFieldProps {
  error: string | undefined;
  value: ContactId | null;
  onChange: (id: ContactId | null) => void;
}

const labelOf = (row: ContactLine) =>
  [row.name || row.company, row.reference, row.town].filter(Boolean).join(" · ");

/** A contact, found by the same search as everywhere. */
export function KeeperField({ error, value, onChange }: KeeperFieldProps) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const [asked] = useDebouncedValue(typed.trim(), 60);
  const wanted = asked !== "" && asked !== chosen?.label;
  const found = useCall(
    "search_contacts",
    { term: asked, limit: 20 },
    { enabled: wanted, placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  // Nobody whom other words found can be chosen: Enter would take somebody else than who is typed.
  const current = wanted && asked === typed.trim() && !found.isPlaceholderData;
  const rows = current ? (found.data?.rows ?? []) : [];
  const options = rows.map((row) => ({ value: row.id as string, label: labelOf(row) }));
  // What is chosen has to stay among the options, or its name could not be shown.
  const others = chosen && !options.some((one) => one.value === chosen.value) ? [chosen] : [];
  return (
    <Select
      label={text("vehicle.keeperWho")}
      placeholder={text("vehicle.keeperPlaceholder")}
      nothingFoundMessage={current && found.data ? text("vehicle.keeperNone") : undefined}
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

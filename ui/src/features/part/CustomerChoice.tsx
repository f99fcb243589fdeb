import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import type { ContactId, ContactLine } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";

const labelOf = (row: ContactLine) =>
  [row.name || row.company, row.reference, row.town].filter(Boolean).join(" · ");

interface CustomerChoiceProps {
  walkIn: string;
  onWalkIn: (name: string) => void;
  onChoose: (id: ContactId) => void;
}

/** Who buys: a customer by the same search as everywhere, somebody with a name, or nobody by name. */
export function CustomerChoice({ walkIn, onWalkIn, onChoose }: CustomerChoiceProps) {
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 60);
  const found = useCall(
    "search_contacts",
    { term: asked, limit: 20 },
    { enabled: asked !== "", placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  // Nobody whom other words found can be chosen: Enter would take somebody else than who is typed.
  const current = asked !== "" && asked === typed.trim() && !found.isPlaceholderData;
  const rows = current ? (found.data?.rows ?? []) : [];
  return (
    <Card title={text("sale.customer")}>
      <div className={classes.who}>
        <Select
          label={text("sale.choose")}
          placeholder={text("sale.chooseWhat")}
          nothingFoundMessage={current && found.data ? text("sale.chooseNone") : undefined}
          searchable
          maxDropdownHeight={280}
          // The search has already chosen; the typed phone number is not in the label.
          filter={({ options }) => options}
          data={rows.map((row) => ({ value: row.id, label: labelOf(row) }))}
          value={null}
          searchValue={typed}
          onSearchChange={setTyped}
          onChange={(id) => id && onChoose(id as ContactId)}
        />
        <TextInput
          label={text("sale.walkIn")}
          description={text("sale.walkInHint")}
          autoComplete="off"
          dir="auto"
          maxLength={200}
          value={walkIn}
          onChange={(event) => onWalkIn(event.currentTarget.value)}
        />
      </div>
    </Card>
  );
}

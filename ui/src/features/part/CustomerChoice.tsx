import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { contactLabel, useFoundContacts } from "@/lib/foundContacts";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";

interface CustomerChoiceProps {
  walkIn: string;
  onWalkIn: (name: string) => void;
  onChoose: (id: ContactId) => void;
}

/** Who buys: a customer by the same search as everywhere, somebody with a name, or nobody by name. */
export function CustomerChoice({ walkIn, onWalkIn, onChoose }: CustomerChoiceProps) {
  const [typed, setTyped] = useState("");
  const { rows, none } = useFoundContacts(typed);
  return (
    <Card title={text("sale.customer")}>
      <div className={classes.who}>
        <Select
          label={text("sale.choose")}
          placeholder={text("sale.chooseWhat")}
          nothingFoundMessage={none ? text("sale.chooseNone") : undefined}
          searchable
          maxDropdownHeight={280}
          // The search has already chosen; the typed phone number is not in the label.
          filter={({ options }) => options}
          data={rows.map((row) => ({ value: row.id, label: contactLabel(row) }))}
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

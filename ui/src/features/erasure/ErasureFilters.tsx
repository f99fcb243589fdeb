import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { DateField } from "@/components/DateField";
import { text } from "@/lib/texts";
import classes from "./Erasure.module.css";
import { type ErasuresAsked, everything } from "./erasures";

interface ErasureFiltersProps {
  asked: ErasuresAsked;
  workstations: readonly string[];
  onAsk: (asked: ErasuresAsked) => void;
}

/** Which erasures: between two days, of one workstation, and with these words in them. */
export function ErasureFilters({ asked, workstations, onAsk }: ErasureFiltersProps) {
  const [typed, setTyped] = useState(asked.find ?? "");
  // Emptied by "Show all", the days begin anew.
  const [round, setRound] = useState(0);
  const find = useDebouncedCallback(
    (words: string) => onAsk({ ...asked, find: words.trim() }),
    200,
  );
  const narrowed = Boolean(asked.workstation || asked.from || asked.to || typed.trim());
  return (
    <Group gap={10} align="flex-end" className={classes.filters}>
      <TextInput
        type="search"
        label={text("erasure.find")}
        placeholder={text("erasure.findWhat")}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <DateField
        key={`from ${round}`}
        label={text("erasure.from")}
        value={asked.from ?? null}
        onChange={(from, isDay) => isDay && onAsk({ ...asked, from: from ?? undefined })}
      />
      <DateField
        key={`to ${round}`}
        label={text("erasure.to")}
        value={asked.to ?? null}
        onChange={(to, isDay) => isDay && onAsk({ ...asked, to: to ?? undefined })}
      />
      <NativeSelect
        label={text("erasure.workstation")}
        value={asked.workstation ?? ""}
        data={[
          { value: "", label: text("erasure.allWorkstations") },
          ...workstations.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(event) => onAsk({ ...asked, workstation: event.currentTarget.value || null })}
      />
      <Button
        variant="subtle"
        disabled={!narrowed}
        onClick={() => {
          find.cancel();
          setTyped("");
          setRound((was) => was + 1);
          onAsk(everything);
        }}
      >
        {text("erasure.showAll")}
      </Button>
    </Group>
  );
}

import { Autocomplete, Button, NativeSelect, Popover } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { ChannelAnswer, ImportId } from "@/bindings/commands";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import classes from "./ContactFilters.module.css";
import {
  ANSWERS,
  answerWords,
  CHANNELS,
  channelWords,
  chipsOf,
  isNarrowed,
  type Narrowing,
} from "./contactFilter";

interface ContactFiltersProps {
  value: Narrowing;
  onChange: (narrowing: Narrowing) => void;
}

/** What All Contacts is narrowed by: a button that opens the choice, and a chip for each thing chosen. */
export function ContactFilters({ value, onChange }: ContactFiltersProps) {
  const [opened, setOpened] = useState(false);
  const narrowed = isNarrowed(value);
  const choices = useCall("list_contact_choices", {}, { enabled: opened || narrowed });
  const importName = (id: string) =>
    choices.data?.imports.find((one) => one.id === id)?.file_name ?? "";
  return (
    <div className={classes.filters}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        withinPortal
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconFilter size={15} />}
            aria-haspopup="dialog"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {text("contact.filter")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={text("contact.filter")}>
          <FilterFields
            value={value}
            onChange={onChange}
            towns={choices.data?.towns ?? []}
            imports={(choices.data?.imports ?? []).map((one) => ({
              value: one.id,
              label: `${one.file_name}, ${one.local}`,
            }))}
          />
        </Popover.Dropdown>
      </Popover>
      <ul className={classes.chips} aria-label={text("contact.filteredBy")}>
        {chipsOf(value, importName).map((chip) => (
          <li key={chip.key}>
            <button
              type="button"
              className={classes.chip}
              aria-label={text("contact.filterRemove", { what: chip.words })}
              onClick={() => onChange(chip.without)}
            >
              {chip.words}
              <IconX size={12} aria-hidden="true" />
            </button>
          </li>
        ))}
        {narrowed && (
          <li>
            <Button variant="subtle" size="xs" onClick={() => onChange({})}>
              {text("contact.filterClear")}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}

interface FilterFieldsProps extends ContactFiltersProps {
  towns: string[];
  imports: { value: string; label: string }[];
}

function FilterFields({ value, onChange, towns, imports }: FilterFieldsProps) {
  const [town, setTown] = useState(value.town ?? "");
  const any = { value: "", label: text("contact.filterAny") };
  const state = value.expiring ? "expiring" : value.never_asked ? "never_asked" : "";
  return (
    <div className={classes.fields}>
      {CHANNELS.map((channel) => (
        <NativeSelect
          key={channel}
          label={text(channelWords[channel])}
          value={value[channel] ?? ""}
          data={[
            any,
            ...ANSWERS.map((answer) => ({ value: answer, label: text(answerWords[answer]) })),
          ]}
          onChange={({ currentTarget }) =>
            onChange({
              ...value,
              [channel]: (currentTarget.value || undefined) as ChannelAnswer | undefined,
            })
          }
        />
      ))}
      <NativeSelect
        label={text("contact.filterConsent")}
        value={state}
        data={[
          any,
          { value: "expiring", label: text("contact.filterExpiring") },
          { value: "never_asked", label: text("contact.filterNeverAsked") },
        ]}
        onChange={({ currentTarget }) =>
          onChange({
            ...value,
            expiring: currentTarget.value === "expiring" || undefined,
            never_asked: currentTarget.value === "never_asked" || undefined,
          })
        }
      />
      <Autocomplete
        label={text("contact.town")}
        placeholder={text("contact.filterAny")}
        data={towns}
        limit={50}
        value={town}
        onChange={(typed) => {
          setTown(typed);
          // A town is chosen once it is written out; half of one is nobody's.
          const lower = typed.trim().toLowerCase();
          const known = towns.find((one) => one.toLowerCase() === lower);
          if (known !== value.town && (known !== undefined || lower === "")) {
            onChange({ ...value, town: known });
          }
        }}
      />
      <NativeSelect
        className={classes.wide}
        label={text("contact.filterImport")}
        value={value.import ?? ""}
        data={[any, ...imports]}
        onChange={({ currentTarget }) =>
          onChange({
            ...value,
            import: (currentTarget.value || undefined) as ImportId | undefined,
          })
        }
      />
    </div>
  );
}

import { Button, Checkbox, Group, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { useState } from "react";
import { text } from "@/lib/texts";
import { isNarrowed, type PartsAsked } from "./parts";

interface PartFiltersProps {
  asked: PartsAsked;
  onAsk: (asked: PartsAsked) => void;
}

/** Which parts: by number or words, only what is low, also what is sold no more. */
export function PartFilters({ asked, onAsk }: PartFiltersProps) {
  const [typed, setTyped] = useState(asked.search ?? "");
  const find = useDebouncedCallback(
    (words: string) => onAsk({ ...asked, search: words.trim() || undefined }),
    150,
  );
  return (
    <Group gap={14} align="center">
      <TextInput
        type="search"
        w={260}
        aria-label={text("part.search")}
        placeholder={text("part.searchWhat")}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <Checkbox
        label={text("part.lowOnly")}
        checked={asked.low ?? false}
        onChange={(event) => onAsk({ ...asked, low: event.currentTarget.checked || undefined })}
      />
      <Checkbox
        label={text("part.withGone")}
        checked={asked.all ?? false}
        onChange={(event) => onAsk({ ...asked, all: event.currentTarget.checked || undefined })}
      />
      {(isNarrowed(asked) || typed.trim() !== "") && (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            find.cancel();
            setTyped("");
            onAsk({ sort: asked.sort });
          }}
        >
          {text("part.showAll")}
        </Button>
      )}
    </Group>
  );
}

import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { text } from "@/lib/texts";

interface FoundByProps {
  words: string;
  onEverybody: () => void;
}

/** Says that the list shows only whom a search finds, and takes that back. */
export function FoundBy({ words, onEverybody }: FoundByProps) {
  const found = text("contact.foundBy", { words });
  return (
    <Button
      variant="light"
      size="compact-sm"
      aria-label={text("contact.foundByClear", { found })}
      rightSection={<IconX size={14} aria-hidden="true" />}
      onClick={onEverybody}
    >
      <bdi>{found}</bdi>
    </Button>
  );
}

import { Button } from "@mantine/core";
import { IconFilterOff } from "@tabler/icons-react";
import { EmptyState } from "@/components/EmptyState";
import { text } from "@/lib/texts";

/** Nobody is left of the list: what was chosen leaves nobody, and can be taken back. */
export function NoneMatch({ onClear }: { onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconFilterOff size={22} />}
      title={text("contact.noneMatch")}
      action={
        <Button variant="default" onClick={onClear}>
          {text("contact.filterClear")}
        </Button>
      }
    >
      {text("contact.noneMatchWords")}
    </EmptyState>
  );
}

import { ActionIcon } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { text } from "@/lib/texts";

/** Takes a row out of a part. */
export function RemoveButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <ActionIcon aria-label={text("contact.remove", { what })} onClick={onClick}>
      <IconTrash size={15} />
    </ActionIcon>
  );
}

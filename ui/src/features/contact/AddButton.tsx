import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";

/** One more row of a part. */
export function AddButton({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      mt={8}
      ml={-8}
      variant="subtle"
      size="compact-sm"
      leftSection={<IconPlus size={14} />}
      onClick={onClick}
    >
      {label}
    </Button>
  );
}

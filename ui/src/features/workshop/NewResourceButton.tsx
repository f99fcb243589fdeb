import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { WithReason } from "@/components/WithReason";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Begins a new technician or ramp. */
export function NewResourceButton({ onClick }: { onClick: () => void }) {
  const missing = useMissingRight("save_resource");
  return (
    <WithReason reason={missing}>
      <Button leftSection={<IconPlus size={16} />} onClick={onClick}>
        {text("workshop.add")}
      </Button>
    </WithReason>
  );
}

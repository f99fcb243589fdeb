import { Button } from "@mantine/core";
import { IconClipboardPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { type Input, useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

interface OpenJobCardButtonProps {
  /** The booking whose vehicle is here, or whose card it is. */
  of: Omit<Input<"open_job_card">, "request">;
  /** Why no card can be opened from here; null where one can. */
  reason?: string | null;
}

/** Opens a job card and shows it. A booking has one: asked for again, that is shown. */
export function OpenJobCardButton({ of, reason = null }: OpenJobCardButtonProps) {
  const navigate = useNavigate();
  const missing = useMissingRight("open_job_card");
  // Its own name for what it sends: two clicks open one card.
  const [request] = useState(() => crypto.randomUUID());
  const open = useChange("open_job_card", {
    onSuccess: (card) => navigate(paths.jobCard(card.id)),
    onError: notifyRefusal,
  });
  return (
    <WithReason reason={missing ?? reason}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconClipboardPlus size={15} />}
        loading={open.isPending}
        onClick={() => open.mutate({ ...of, request })}
      >
        {text("job_card.open")}
      </Button>
    </WithReason>
  );
}

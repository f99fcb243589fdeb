import { Button } from "@mantine/core";
import { IconClipboardCheck } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { BookingId } from "@/bindings/commands";
import { notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** Opens the job card of a booking whose vehicle is here. It has one: asked for again, that is shown. */
export function OpenJobCardButton({ bookingId }: { bookingId: BookingId }) {
  const navigate = useNavigate();
  const missing = useMissingRight("open_job_card");
  const open = useChange("open_job_card", {
    onSuccess: (card) => navigate(paths.jobCard(card.id)),
    onError: notifyRefusal,
  });
  return (
    <WithReason reason={missing}>
      <Button
        variant="default"
        leftSection={<IconClipboardCheck size={15} />}
        loading={open.isPending}
        onClick={() => open.mutate({ booking_id: bookingId })}
      >
        {text("job_card.open")}
      </Button>
    </WithReason>
  );
}

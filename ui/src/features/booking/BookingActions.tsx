import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import type { BookingStatus, BookingView } from "@/bindings/commands";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone, notifyRefusal } from "@/components/notify";
import { WithReason } from "@/components/WithReason";
import { useChange } from "@/lib/api";
import { useMissingRight, useSession } from "@/lib/session";
import { text } from "@/lib/texts";

interface BookingActionsProps {
  booking: BookingView;
  /** Why nothing may be changed at present, or null. */
  reason: string | null;
}

const DONE = {
  arrived: "booking.arrivedDone",
  missed: "booking.missedDone",
  booked: "booking.expectDone",
} as const;

/** Whether the customer came, and calling the booking off. */
export function BookingActions({ booking, reason }: BookingActionsProps) {
  const { today } = useSession();
  const missing = useMissingRight("set_booking_status");
  const [cancelling, setCancelling] = useState(false);
  const set = useChange("set_booking_status", {
    onSuccess: (changed, { status }) => {
      if (status !== "cancelled") notifyDone(text(DONE[status], { name: changed.name }));
    },
    onError: notifyRefusal,
  });
  const { id, version, status, day } = booking;
  if (status === "cancelled") return null;
  const barred = missing ?? reason;
  const early = day > today ? text("booking.notYet") : null;
  const button = (to: Exclude<BookingStatus, "cancelled">, words: string, why: string | null) => (
    <WithReason reason={barred ?? why}>
      <Button
        variant="default"
        loading={set.isPending}
        onClick={() => set.mutate({ id, version, status: to })}
      >
        {words}
      </Button>
    </WithReason>
  );
  return (
    <>
      {status !== "arrived" && button("arrived", text("booking.arrived"), early)}
      {status !== "missed" && button("missed", text("booking.missed"), early)}
      {status !== "booked" && button("booked", text("booking.expect"), null)}
      <WithReason reason={barred}>
        <Button variant="subtle" color="red" onClick={() => setCancelling(true)}>
          {text("booking.cancel")}
        </Button>
      </WithReason>
      {cancelling && <CancelDialog booking={booking} onClose={() => setCancelling(false)} />}
    </>
  );
}

interface CancelDialogProps {
  booking: BookingView;
  onClose: () => void;
}

/** Calls a booking off, for a reason. */
function CancelDialog({ booking, onClose }: CancelDialogProps) {
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const cancel = useChange("cancel_booking", {
    onSuccess: () => {
      notifyDone(text("booking.cancelled"));
      onClose();
    },
    onError: (refusal) => setWrong(refusal.fields.reason ?? null),
  });
  const { id, version, name, date, time, work } = booking;
  return (
    <DialogForm
      opened
      danger
      title={text("booking.cancelTitle", { name })}
      submitLabel={text("booking.cancel")}
      cancelLabel={text("booking.keep")}
      busy={cancel.isPending}
      refusal={wrong ? null : cancel.error}
      onClose={onClose}
      onSubmit={() => {
        const amiss = reason.trim() === "" ? text("booking.reasonNeeded") : null;
        setWrong(amiss);
        if (!amiss) cancel.mutate({ id, version, reason });
      }}
    >
      <p>{text("booking.cancelWords", { date, time, work })}</p>
      <Textarea
        label={text("booking.reason")}
        required
        autosize
        minRows={2}
        maxRows={6}
        error={wrong}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setWrong(null);
        }}
        data-autofocus
      />
    </DialogForm>
  );
}

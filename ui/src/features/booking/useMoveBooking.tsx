import { type ReactNode, useState } from "react";
import type { BookingLine, MoveBooking } from "@/bindings/commands";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { notifyDone, notifyRefusal } from "@/components/notify";
import { Refusal, useChange } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { text } from "@/lib/texts";
import { isElsewhere, type Target } from "./diary";
import { timeOf } from "./times";

interface Moving {
  /** Moves a booking there; one that stands there already stays, and nothing is recorded. */
  move: (booking: BookingLine, to: Target) => void;
  /** Asks where the free hours do not suffice. */
  dialog: ReactNode;
}

/** Moving a booking in the diary, by mouse or keys, and taking it back. */
export function useMoveBooking(): Moving {
  const change = useChange("move_booking");
  const [asked, setAsked] = useState<{ input: MoveBooking; words: string } | null>(null);

  const send = async (input: MoveBooking, back: MoveBooking | null) => {
    try {
      const moved = await change.mutateAsync(input);
      setAsked(null);
      const words = text("booking.moved", {
        name: moved.name,
        date: ukDate(moved.day),
        time: moved.time,
      });
      const undo = back && {
        label: text("booking.undo"),
        onAct: () => void send({ ...back, version: moved.version, over_hours: true }, null),
      };
      notifyDone(words, undo ?? undefined);
    } catch (cause) {
      const refusal = Refusal.from(cause);
      const words = refusal.fields.over_hours;
      if (words && !input.over_hours) setAsked({ input, words });
      else {
        setAsked(null);
        notifyRefusal(refusal);
      }
    }
  };

  const was = asked?.input;
  return {
    move: (booking, to) => {
      if (!isElsewhere(booking, to)) return;
      const { id, version, day, starts, resource_id } = booking;
      void send(
        { id, version, day: to.day, starts: to.starts, resource_id: to.resource },
        { id, version, day, starts, resource_id },
      );
    },
    dialog: was && (
      <ConfirmDialog
        opened
        title={text("booking.overTitle", { date: ukDate(was.day), time: timeOf(was.starts) })}
        confirmLabel={text("booking.moveAnyway")}
        busy={change.isPending}
        onConfirm={() => send({ ...was, over_hours: true }, null)}
        onClose={() => setAsked(null)}
      >
        <p>{asked.words}</p>
      </ConfirmDialog>
    ),
  };
}

import { RECALLS } from "@/bindings/constants";
import type { Recall, ReminderState, VehicleReading } from "@/bindings/types";
import type { Mark } from "@/components/StatusMark";
import { count, ukDate } from "@/lib/format";
import { type TextKey, text } from "@/lib/texts";

export const recallWords = (recall: Recall) => RECALLS[recall];

export const dayWords = ukDate;

export const milesWords = (miles: number) => text("vehicle.miles", { count: count(miles) });

const sources: Record<VehicleReading["source"], TextKey> = {
  typed: "vehicle.sourceTyped",
  booking: "vehicle.sourceBooking",
  job_card: "vehicle.sourceJobCard",
  mot: "vehicle.sourceMot",
};

export const sourceWords = (source: VehicleReading["source"]) => text(sources[source]);

/** What becomes of a reminder, by word and by shape. */
export const reminderStates: Record<ReminderState, { words: TextKey; mark: Mark }> = {
  may_send: { words: "vehicle.maySend", mark: "good" },
  question: { words: "vehicle.question", mark: "caution" },
  dropped: { words: "vehicle.dropped", mark: "absent" },
};

/** `2011-11` as `11/2011`. */
export const monthWords = (month: string) => month.split("-").reverse().join("/");

/** Make and model in one. */
export const makeAndModel = ({ make, model }: { make: string; model: string }) =>
  [make, model].filter(Boolean).join(" ");

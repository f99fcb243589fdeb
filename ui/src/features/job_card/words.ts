import type { JobStatus, JobStep } from "@/bindings/commands";
import type { Mark } from "@/components/StatusMark";
import { type TextKey, text } from "@/lib/texts";

/** The way of a card; a cancelled one has left it. */
export const WAY = [
  "booked",
  "arrived",
  "in_work",
  "ready",
  "invoiced",
  "collected",
] as const satisfies readonly JobStatus[];

/** Every place where a card may stand. */
export const STATUSES: readonly JobStatus[] = [...WAY, "cancelled"];

/** Where a card stands, in words. */
export function statusWords(status: JobStatus): string {
  return text(`job_card.${status}`);
}

/** Where a card stands, by shape and colour. */
export const statusMarks: Record<JobStatus, Mark> = {
  booked: "none",
  arrived: "caution",
  in_work: "half",
  ready: "good",
  invoiced: "good",
  collected: "absent",
  cancelled: "absent",
};

const ONWARDS: Partial<Record<JobStatus, TextKey>> = {
  arrived: "job_card.toArrived",
  in_work: "job_card.toInWork",
  ready: "job_card.toReady",
  collected: "job_card.toCollected",
  cancelled: "job_card.toCancelled",
};

const BACK: Partial<Record<JobStatus, TextKey>> = {
  booked: "job_card.backToBooked",
  arrived: "job_card.backToArrived",
  in_work: "job_card.backToInWork",
  invoiced: "job_card.backToInvoiced",
};

/** What the button of a step says. */
export function stepWords({ to, back }: JobStep, from: JobStatus): string {
  if (from === "cancelled") return text("job_card.reopen");
  const key = (back ? BACK : ONWARDS)[to];
  return key ? text(key) : statusWords(to);
}

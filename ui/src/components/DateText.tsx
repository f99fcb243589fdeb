import { ukDate } from "@/lib/format";

interface DateTextProps {
  /** A civil day, `2026-11-21`. */
  date: string;
}

/** A day as the trade writes it, readable by machines too. */
export function DateText({ date }: DateTextProps) {
  return <time dateTime={date}>{ukDate(date)}</time>;
}

/** A moment that the dispatcher already put into the dealership's time zone. */
export function MomentText({ at, local }: { at?: string; local: string }) {
  return <time dateTime={at}>{local}</time>;
}

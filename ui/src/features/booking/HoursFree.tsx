import type { DiaryHours } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Diary.module.css";
import { durationOf } from "./times";

/** The hours of a day: how many are free, or by how many it is booked over. */
export function HoursFree({ hours }: { hours: DiaryHours }) {
  const { hours: all, booked, free, over } = hours;
  const words =
    over > 0
      ? text("booking.over", { over: durationOf(over), hours: durationOf(all) })
      : all === 0
        ? text("booking.noHours")
        : text("booking.freeOf", { free: durationOf(free), hours: durationOf(all) });
  const share = all === 0 ? (booked > 0 ? 100 : 0) : Math.min(100, (booked / all) * 100);
  return (
    <span className={over > 0 ? classes.overHours : classes.hours}>
      {words}
      <span className={classes.bar} aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </span>
    </span>
  );
}

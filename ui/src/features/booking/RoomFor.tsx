import type { ResourceId } from "@/bindings/commands";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import { durationOf } from "./times";

/** What there is room for on a day, said while it is typed: hours, days without any, days that are over. */
export function RoomFor({ day, resource }: { day: string | null; resource: ResourceId | null }) {
  const diary = useCall(
    "get_diary",
    { from: day ?? "", days: 1 },
    { enabled: day !== null, gcTime: 60_000 },
  );
  const [date] = diary.data?.days ?? [];
  const one = diary.data?.resources.find(({ id }) => id === resource);
  const [hours] = one?.days ?? [];
  if (!date || day === null) return null;
  const about = {
    who: one?.name ?? "",
    weekday: date.weekday,
    date: date.local,
  };
  const words = () => {
    if (date.past) return text("booking.past");
    if (!hours) return `${date.weekday}, ${date.local}`;
    const all = durationOf(hours.hours);
    if (hours.hours === 0) return text("booking.closed", about);
    if (hours.over > 0)
      return text("booking.roomOver", { ...about, over: durationOf(hours.over), hours: all });
    return text("booking.roomFor", { ...about, free: durationOf(hours.free), hours: all });
  };
  const warns = date.past || hours?.hours === 0 || (hours?.over ?? 0) > 0;
  return (
    <p className={warns ? shared.alert : shared.small} role="status">
      {words()}
    </p>
  );
}

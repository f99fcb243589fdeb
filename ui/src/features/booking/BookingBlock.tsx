import type { BookingLine } from "@/bindings/commands";
import { Chip } from "@/components/Tag";
import { text } from "@/lib/texts";
import classes from "./Diary.module.css";
import { durationOf } from "./times";

/** Whose it is, as the diary says it shortly: the plate where there is one. */
export function vehicleWords(booking: BookingLine): string {
  return [booking.registration, booking.make].filter(Boolean).join(" ");
}

/** The name of a booking for who hears the screen, and for its tooltip: what its block shows, and the rest. */
export function bookingName(booking: BookingLine, inWeek = false): string {
  const { time, until, minutes, name, work, status, status_label: said, resource } = booking;
  const parts = [
    time,
    // A line of the week has no room to say that there is none yet.
    vehicleWords(booking) || (inWeek ? "" : text("booking.noVehicle")),
    status === "booked" ? "" : said,
    name,
    work,
    `${time} – ${until} (${durationOf(minutes)})`,
    resource || text("booking.notAssigned"),
  ];
  return parts.filter(Boolean).join(", ");
}

/** What stands in the block of a booking: as much as its height shows. Spaces keep its words apart for who hears it. */
export function BookingBlock({ booking }: { booking: BookingLine }) {
  return (
    <>
      <span className={classes.first}>
        <b>{booking.time}</b>{" "}
        <span className={classes.plate}>{vehicleWords(booking) || text("booking.noVehicle")}</span>{" "}
        {booking.status !== "booked" && (
          <Chip tone={booking.status === "missed" ? "warn" : "good"}>{booking.status_label}</Chip>
        )}
      </span>{" "}
      <span className={classes.who}>
        <bdi>{booking.name}</bdi>
      </span>{" "}
      <span className={classes.work}>{booking.work}</span>
    </>
  );
}

import { Button } from "@mantine/core";
import { IconCalendarPlus } from "@tabler/icons-react";
import { Link, useNavigate } from "react-router";
import type { BookingStatus, ContactId } from "@/bindings/commands";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import plain from "@/components/PlainTable.module.css";
import { type Mark, StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Booking.module.css";
import { vehicleWords } from "./BookingBlock";

const MARKS: Record<BookingStatus, Mark> = {
  booked: "none",
  arrived: "good",
  missed: "caution",
  cancelled: "absent",
};

/** The bookings of a contact, on their record. */
export function ContactBookings({ contactId }: { contactId: ContactId }) {
  const navigate = useNavigate();
  const bookings = useCall("list_contact_bookings", { contact_id: contactId });
  const missing = useMissingRight("save_booking");
  const { data } = bookings;
  return (
    <section className={classes.section} aria-labelledby="contact-bookings">
      <div className={classes.sectionHead}>
        <h3 id="contact-bookings">{text("booking.bookings")}</h3>
        <WithReason reason={missing}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconCalendarPlus size={15} />}
            onClick={() => navigate(paths.newBooking({ contact: contactId }))}
          >
            {text("booking.new")}
          </Button>
        </WithReason>
      </div>
      {!data && bookings.error && (
        <ErrorState refusal={bookings.error} onRetry={bookings.refetch} />
      )}
      {!data && !bookings.error && <LoadingState />}
      {data?.rows.length === 0 && <p className={shared.quiet}>{text("booking.none")}</p>}
      {data && data.rows.length > 0 && (
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{text("booking.columnDay")}</th>
              <th scope="col">{text("booking.columnVehicle")}</th>
              <th scope="col">{text("booking.columnWork")}</th>
              <th scope="col">{text("booking.columnStatus")}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map((one) => (
              <tr key={one.id}>
                <td className={classes.day}>
                  <Link to={paths.booking(one.id)}>
                    {one.date} {one.time}
                  </Link>
                </td>
                <td>{vehicleWords(one)}</td>
                <td className={classes.workCell}>{one.work}</td>
                <td>
                  <StatusMark mark={MARKS[one.status]} words={one.status_label} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data?.more && <p className={shared.small}>{text("booking.more")}</p>}
    </section>
  );
}

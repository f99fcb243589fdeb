import { Button } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import {
  type NavigateFunction,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from "react-router";
import type {
  BookingId,
  BookingView,
  ContactId,
  ContactVehicleRow,
  ContactView,
  ResourceId,
  VehicleId,
  VehicleView,
} from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Page } from "@/components/Page";
import { Tag } from "@/components/Tag";
import { BookingActions } from "@/features/booking/BookingActions";
import { BookingForm } from "@/features/booking/BookingForm";
import { type Begin, choicesOf } from "@/features/booking/bookingForm";
import { CustomerPicker } from "@/features/booking/CustomerPicker";
import { isDay } from "@/features/booking/times";
import { ConsentMarks } from "@/features/consent/ConsentMarks";
import { ConsentPanel } from "@/features/consent/ConsentPanel";
import { ReviewGate } from "@/features/consent/ReviewGate";
import { AddressCard } from "@/features/contact/AddressCard";
import { OpenJobCardButton } from "@/features/job_card/OpenJobCardButton";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Service.module.css";
import { serviceCrumbs } from "./ServiceTabs";

/** When a booking begins that nobody gave a time. */
const USUAL_START = 9 * 60;

/** A new booking: whose it is, then the form. What it begins with stands in the address. */
export function NewBookingPage() {
  const [search, setSearch] = useSearchParams();
  const { today } = useSession();
  const location = useLocation();
  const from = search.get("vehicle") as VehicleId | null;
  const asked = search.get("contact") as ContactId | null;
  // Whoever comes from a vehicle books for its keeper.
  const vehicle = useCall(
    "get_vehicle",
    { id: from ?? ("0" as VehicleId) },
    { enabled: from !== null && asked === null },
  );
  const contact = asked ?? vehicle.data?.keeper?.contact_id ?? null;
  if (contact === null) {
    return (
      <Page title={text("booking.form")} crumbs={serviceCrumbs()}>
        <CustomerPicker
          onChoose={(id) => {
            search.set("contact", id);
            setSearch(search, { replace: true, state: location.state });
          }}
        />
      </Page>
    );
  }
  const day = search.get("day");
  const start = Number(search.get("start"));
  const begin = {
    day: isDay(day) ? day : today,
    start: search.has("start") && Number.isInteger(start) && start >= 0 ? start : USUAL_START,
    resource: search.get("resource") as ResourceId | null,
    vehicle: from,
  };
  return (
    <OfContact
      key={contact}
      contactId={contact}
      booking={null}
      begin={begin}
      onOther={() => {
        search.delete("contact");
        search.delete("vehicle");
        setSearch(search, { replace: true, state: location.state });
      }}
    />
  );
}

/** A booking that is there. */
export function BookingPage() {
  const id = (useParams().id ?? "") as BookingId;
  const navigate = useNavigate();
  // Always asked anew: an edit that begins from an old answer would end in a conflict.
  const booking = useCall("get_booking", { id }, { refetchOnMount: "always" });
  if (booking.error) {
    return (
      <Page title={text("booking.form")} crumbs={serviceCrumbs()}>
        {booking.error.code === "not_found" ? (
          <EmptyState
            icon={<IconCalendarOff size={22} />}
            title={text("booking.goneTitle")}
            action={
              <Button variant="default" onClick={() => navigate(paths.diary())}>
                {text("booking.toDiary")}
              </Button>
            }
          >
            {text("booking.goneWords")}
          </EmptyState>
        ) : (
          <ErrorState refusal={booking.error} onRetry={booking.refetch} />
        )}
      </Page>
    );
  }
  if (!booking.data || (booking.isFetching && !booking.isFetchedAfterMount)) {
    return (
      <Page title={text("booking.form")} crumbs={serviceCrumbs()}>
        <LoadingState />
      </Page>
    );
  }
  const { contact_id, day, starts, resource_id, vehicle_id } = booking.data;
  return (
    <OfContact
      key={id}
      contactId={contact_id}
      booking={booking.data}
      begin={{ day, start: starts, resource: resource_id, vehicle: vehicle_id }}
    />
  );
}

interface OfContactProps {
  contactId: ContactId;
  booking: BookingView | null;
  begin: Begin;
  onOther?: () => void;
}

function OfContact({ contactId, ...form }: OfContactProps) {
  const { vehicle } = form.begin;
  const contact = useCall("get_contact", { id: contactId });
  const kept = useCall("list_contact_vehicles", { contact_id: contactId });
  // One that the customer does not keep may have been booked in all the same. One that is gone is let go.
  const from = useCall(
    "get_vehicle",
    { id: vehicle ?? ("0" as VehicleId) },
    { enabled: vehicle !== null },
  );
  if (!contact.data || !kept.data || (vehicle !== null && from.isPending)) {
    return (
      <Page title={text("booking.form")} crumbs={serviceCrumbs()}>
        {contact.error ? (
          <ErrorState refusal={contact.error} onRetry={contact.refetch} />
        ) : (
          <LoadingState />
        )}
      </Page>
    );
  }
  return <Opened contact={contact.data} kept={kept.data} from={from.data} {...form} />;
}

interface OpenedProps extends Omit<OfContactProps, "contactId"> {
  contact: ContactView;
  kept: readonly ContactVehicleRow[];
  /** The vehicle that it is about already. */
  from: VehicleView | undefined;
}

/** The form, with whom it is for and what they allow beside it (D-11, D-13, N-05, N-14). */
function Opened({ contact, kept, from, booking, begin, onOther }: OpenedProps) {
  const navigate = useNavigate();
  const cameFrom = useLocation().state?.from;
  const { id, display_name: name } = contact;
  const leave = (saved?: BookingView) => toDiary(navigate, cameFrom, saved ?? booking, begin.day);
  return (
    <Page
      fill
      title={text("booking.form")}
      crumbs={serviceCrumbs()}
      tags={
        <>
          <Tag>{name}</Tag>
          {booking && booking.status !== "booked" && (
            <Tag tone="accent">{booking.status_label}</Tag>
          )}
          <ConsentMarks contactId={id} />
        </>
      }
      actions={
        <>
          {booking && booking.status !== "cancelled" && (
            <OpenJobCardButton bookingId={booking.id} />
          )}
          {onOther && (
            <Button variant="default" onClick={onOther}>
              {text("booking.otherCustomer")}
            </Button>
          )}
          <Button variant="default" onClick={() => navigate(paths.contact(id))}>
            {contact.reference}
          </Button>
        </>
      }
    >
      <ReviewGate contactId={id} name={name} screen="service_booking_form" module="service">
        {(readOnly) => (
          <div className={classes.form}>
            <div className={classes.main}>
              <BookingForm
                contact={contact}
                choices={choicesOf(kept, from)}
                booking={booking}
                begin={begin}
                readOnly={readOnly}
                aside={
                  booking
                    ? (isTyped) => (
                        <BookingActions
                          booking={booking}
                          reason={
                            readOnly
                              ? text("booking.waits")
                              : isTyped
                                ? text("booking.saveFirst")
                                : null
                          }
                        />
                      )
                    : undefined
                }
                onSaved={leave}
                onLeave={() => leave()}
              />
            </div>
            <div className={classes.beside}>
              <AddressCard contact={contact} />
              <ConsentPanel contactId={id} name={name} screen="service_booking_form" />
            </div>
          </div>
        )}
      </ReviewGate>
    </Page>
  );
}

/** Back to the diary as it was, at the booking. */
function toDiary(
  navigate: NavigateFunction,
  from: unknown,
  booking: BookingView | null,
  day: string,
) {
  const view = typeof from === "string" && from.includes("view=week") ? "week" : undefined;
  navigate(paths.diary(booking?.day ?? day, view), { state: { booking: booking?.id } });
}

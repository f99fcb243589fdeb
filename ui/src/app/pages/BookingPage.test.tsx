import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { describe, expect, it } from "vitest";
import type {
  BookingId,
  BookingView,
  ContactId,
  ContactVehicleRow,
  ContactView,
  DiaryView,
  ResourceId,
  ResourceView,
  SaveBooking,
  VehicleId,
} from "@/bindings/commands";
import { queryClient } from "@/lib/query";
import { panelOf } from "@/testing/consent";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { BookingPage, NewBookingPage } from "./BookingPage";

const TOM = "5" as ContactId;
const RAY = "1" as ResourceId;

const tom: ContactView = {
  id: TOM,
  reference: "C0000005",
  version: 3,
  title: "",
  first_name: "Tom",
  last_name: "Reed",
  company: "",
  display_name: "Tom Reed",
  date_of_birth: null,
  notes: "",
  addresses: [],
  phones: [],
  emails: [],
  vehicles: [{ registration: "AB12 CDE", make: "Ford", model: "Focus" }],
  created_local: "",
  changed_local: "",
  preferences_prompt: false,
  gaps: [],
  died: null,
  gone_away: null,
  status: "active",
};

const ford: ContactVehicleRow = {
  id: "9" as VehicleId,
  registration: "AB12 CDE",
  vin: "",
  make: "Ford",
  model: "Focus",
  mot_due: null,
  service_due: null,
  recalled: false,
  no_service_contact: false,
  keeper_id: TOM,
  keeper: "Tom Reed",
  since: null,
  until: null,
};

const booked: BookingView = {
  id: "7" as BookingId,
  version: 3,
  contact_id: TOM,
  name: "Tom Reed",
  vehicle_id: null,
  registration: "AB12 CDE",
  make: "",
  resource_id: RAY,
  resource: "Ray Holt",
  day: "2026-11-23",
  date: "23/11/2026",
  starts: 600,
  minutes: 60,
  time: "10:00",
  until: "11:00",
  duration: "1 h",
  work: "MOT",
  status: "booked",
  status_label: "Booked",
  reference: "C0000005",
  notes: "",
  reason: "",
  overlaps: 0,
  created_local: "20/11/2026 09:00",
  changed_local: "20/11/2026 09:00",
  changed_by: "Maria Keane",
};

const ray: ResourceView = {
  id: RAY,
  version: 1,
  kind: "technician",
  name: "Ray Holt",
  position: 0,
  minutes: [480, 480, 480, 480, 480, 0, 0],
  active: true,
};

const diary: DiaryView = {
  days: [{ date: "2026-11-23", local: "23/11/2026", weekday: "Monday", past: false }],
  resources: [
    {
      id: RAY,
      kind: "technician",
      name: "Ray Holt",
      active: true,
      days: [{ hours: 480, booked: 60, free: 420, over: 0 }],
    },
  ],
  not_assigned: [0],
  bookings: [],
};

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="where">{pathname + search}</output>;
}

interface Scene {
  due?: boolean;
  over?: boolean;
  booking?: BookingView;
}

function open(at: string, { due = false, over = false, booking = booked }: Scene = {}) {
  const saves: SaveBooking[] = [];
  let stands = booking;
  const send = answer({
    get_contact: () => tom,
    get_consent: () =>
      panelOf(
        {},
        {
          review: {
            due,
            text: "These preferences were never gone through with the customer.",
            deferrals: 0,
            reason_needed: false,
            modules: ["service", "sales_enquiries", "parts"],
          },
        },
      ),
    preview_consent: () => panelOf().outcome as never,
    defer_review: () => panelOf(),
    contact_lines: () => [],
    search_contacts: () => ({
      rows: [
        {
          id: TOM,
          reference: "C0000005",
          name: "Tom Reed",
          filed_as: "Reed, Tom",
          died: null,
          company: "",
          town: "Malvern",
          postcode: "",
          phone: "07700 900456",
          email: "",
          registration: "AB12 CDE",
          marks: [],
          consent: "Not asked",
          changed_local: "",
        },
      ],
      by: [null],
      more: false,
    }),
    list_contact_vehicles: () => [ford],
    list_resources: () => [ray],
    get_diary: () => diary,
    get_booking: () => stands,
    save_booking: (input) => {
      saves.push(input);
      if (over && !input.over_hours) {
        const words = "Ray Holt would be booked 30 min over the free hours.";
        refuse("invalid", words, { over_hours: words });
      }
      return { ...booking, version: booking.version + 1 };
    },
    set_booking_status: ({ status }) => {
      stands = { ...stands, version: stands.version + 1, status, status_label: "Missed" };
      return stands;
    },
    cancel_booking: ({ reason }) => {
      stands = {
        ...stands,
        version: stands.version + 1,
        status: "cancelled",
        status_label: "Cancelled",
        reason,
      };
      return stands;
    },
  });
  const [pathname = "", search = ""] = at.split("?");
  const router = createMemoryRouter(
    [
      {
        path: "/service/bookings/new",
        element: (
          <>
            <NewBookingPage />
            <Where />
          </>
        ),
      },
      { path: "/service/bookings/:id", element: <BookingPage /> },
      { path: "*", element: <Where /> },
    ],
    { initialEntries: [{ pathname, search: search && `?${search}` }] },
  );
  // The product's own cache: what was changed is asked for again.
  queryClient.clear();
  show(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
    { session: { today: "2026-11-21" } },
  );
  return { send, saves, user: userEvent.setup({ delay: null }) };
}

const NEW = "/service/bookings/new?day=2026-11-23&start=570&resource=1&contact=5";
const PATIENT = { timeout: 20_000 };

/** A field, once it can be typed into. */
async function field(name: string): Promise<HTMLElement> {
  // What has to be filled in has a star behind its name.
  const named = new RegExp(`^${name}( \\*)?$`);
  const found = await screen.findByLabelText(named, { selector: "input, textarea" }, PATIENT);
  await waitFor(() => expect(found).toBeEnabled(), PATIENT);
  return found;
}
const fill = (at: HTMLElement, value: string) => fireEvent.change(at, { target: { value } });
const enabled = async (name: string) => {
  // Looked for anew each time: it is another element once its reason is gone.
  await waitFor(() => expect(screen.getByRole("button", { name })).toBeEnabled(), PATIENT);
  return screen.getByRole("button", { name });
};

describe("the Service Booking Form", () => {
  it("finds the customer, then shows the form with their consent beside it", async () => {
    const { user } = open("/service/bookings/new?day=2026-11-23&start=570&resource=1");
    const search = await screen.findByRole("combobox", { name: "Customer" });
    expect(search).toHaveFocus();
    fill(search, "900456");
    await user.click(await screen.findByRole("option", { name: /Tom Reed/ }));
    expect(screen.getByLabelText("where")).toHaveTextContent("contact=5");
    expect(await screen.findByRole("region", { name: "Marketing Consent" })).toBeVisible();
    expect(screen.getByText("Never recorded")).toBeVisible();
    expect(await field("Time")).toHaveValue("09:30");
    expect(screen.getByRole("combobox", { name: "Vehicle" })).toHaveValue("AB12 CDE · Ford Focus");
    expect(screen.getByRole("combobox", { name: "Technician or ramp" })).toHaveValue("Ray Holt");
    expect(await screen.findByText(/7 h free of 8 h on Monday/)).toBeVisible();
  });

  it("sends what was typed, once", async () => {
    const { user, saves } = open(NEW);
    fill(await field("Work"), "Full service");
    fill(await field("Time"), "930");
    await user.dblClick(screen.getByRole("button", { name: "Book" }));
    await waitFor(() => expect(saves).toHaveLength(1));
    expect(saves[0]).toMatchObject({
      id: null,
      contact_id: TOM,
      over_hours: false,
      booking: {
        vehicle_id: "9",
        registration: "",
        day: "2026-11-23",
        starts: 570,
        minutes: 60,
        resource_id: RAY,
        work: "Full service",
        notes: "",
      },
    });
    await waitFor(() =>
      expect(screen.getByLabelText("where")).toHaveTextContent("/service?day=2026-11-23"),
    );
  });

  it("says what is missing and stands in the first wrong field", async () => {
    const { user, saves } = open(NEW);
    fill(await field("Time"), "9:20");
    await user.click(screen.getByRole("button", { name: "Book" }));
    expect(await screen.findByText("Say what is to be done.")).toBeVisible();
    expect(screen.getByText(/on the quarter hour/)).toBeVisible();
    await waitFor(async () => expect(await field("Work")).toHaveFocus());
    expect(saves).toEqual([]);
  });

  it("asks before it books over the free hours", async () => {
    const { user, saves } = open(NEW, { over: true });
    fill(await field("Work"), "Gearbox");
    await user.click(screen.getByRole("button", { name: "Book" }));
    const dialog = await screen.findByRole("dialog", { name: /over the free hours/ });
    expect(dialog).toHaveTextContent("30 min over the free hours");
    await user.click(screen.getByRole("button", { name: "Book all the same" }));
    await waitFor(() => expect(saves.map((one) => one.over_hours)).toEqual([false, true]));
  });

  it("takes a plate that is typed", async () => {
    const { user, saves } = open(NEW);
    await field("Work");
    await user.click(await screen.findByRole("combobox", { name: "Vehicle" }));
    await user.click(await screen.findByRole("option", { name: "Another vehicle…" }));
    fill(await field("Plate"), "eu56 jec");
    fill(await field("Work"), "MOT");
    fireEvent.keyDown(document.documentElement, { key: "Enter", ctrlKey: true });
    await waitFor(() => expect(saves[0]?.booking.registration).toBe("eu56 jec"));
  });
});

describe("a17: the form waits for a review", () => {
  it("can only be read until the review is answered, and the question can be made small", async () => {
    const { user, saves } = open(NEW, { due: true });
    expect(
      await screen.findByRole("dialog", { name: "Review preferences of Tom Reed" }),
    ).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Minimise" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    const work = await screen.findByRole("textbox", { name: "Work" });
    expect(work).toBeDisabled();
    expect(screen.getByRole("button", { name: "Book" })).toBeDisabled();
    await user.keyboard("{Control>}s{/Control}");
    expect(saves).toEqual([]);
    const [asks] = screen.getAllByRole("note");
    await user.click(within(asks as HTMLElement).getByRole("button", { name: "Review now" }));
    await user.click(
      await screen.findByRole("button", { name: "Customer not present, remind me" }),
    );
    await waitFor(() => expect(work).toBeEnabled());
  });
});

describe("a booking that is there", () => {
  it("is missed only once its day has come", async () => {
    open("/service/bookings/7");
    await field("Work");
    expect(screen.getByRole("button", { name: "Missed" })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Save booking" })).toBeDisabled();
    fill(await field("Notes"), "x");
    expect(screen.getByRole("button", { name: "Save booking" })).toBeEnabled();
    expect(screen.getByRole("button", { name: "Cancel booking" })).toBeDisabled();
  });

  it("is cancelled for a reason, and is then only read", async () => {
    const { user } = open("/service/bookings/7");
    await user.click(await enabled("Cancel booking"));
    const dialog = await screen.findByRole("dialog", { name: "Cancel the booking of Tom Reed?" });
    const reason = await screen.findByRole("textbox", { name: /Why/ });
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Say why it is cancelled.")).toBeVisible();
    fill(reason, "Car sold");
    reason.focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(await screen.findByText("This booking was cancelled.", {}, PATIENT)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Work" })).toBeDisabled();
    expect(screen.queryByRole("button", { name: "Cancel booking" })).not.toBeInTheDocument();
  });
});

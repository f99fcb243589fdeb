import { QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { describe, expect, it } from "vitest";
import type {
  BookingId,
  BookingLine,
  BookingView,
  ContactId,
  DiaryHours,
  DiaryView,
  MoveBooking,
  ResourceId,
} from "@/bindings/commands";
import { addDays, durationOf, timeOf } from "@/features/booking/times";
import { queryClient } from "@/lib/query";
import { expectAccessible } from "@/testing/axe";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { DiaryPage } from "./DiaryPage";

const RAY = "1" as ResourceId;
const KIM = "2" as ResourceId;
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const tom: BookingLine = {
  id: "7" as BookingId,
  version: 3,
  contact_id: "5" as ContactId,
  name: "Tom Reed",
  vehicle_id: null,
  registration: "AB12 CDE",
  make: "Ford Focus",
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
};

function diaryOf(from: string, days: number, bookings: BookingLine[]): DiaryView {
  const all = Array.from({ length: days }, (_, at) => addDays(from, at));
  const hours = (id: ResourceId, day: string): DiaryHours => {
    const booked = bookings
      .filter((one) => one.resource_id === id && one.day === day)
      .reduce((sum, one) => sum + one.minutes, 0);
    return { hours: 480, booked, free: 480 - booked, over: 0 };
  };
  const resource = (id: ResourceId, name: string) => ({
    id,
    kind: "technician" as const,
    name,
    active: true,
    days: all.map((day) => hours(id, day)),
  });
  return {
    days: all.map((date) => ({
      date,
      local: date.split("-").reverse().join("/"),
      weekday: WEEKDAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? "",
      past: false,
    })),
    resources: [resource(RAY, "Ray Holt"), resource(KIM, "Kim Ade")],
    not_assigned: all.map(() => 0),
    bookings: bookings.filter(({ day }) => all.includes(day)),
  };
}

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="where">{pathname + search}</output>;
}

interface Scene {
  at?: string;
  state?: unknown;
  /** Answers a move; over the hours it asks. */
  over?: boolean;
}

function open({ at = "/service?day=2026-11-23", state, over = false }: Scene = {}) {
  let booked = tom;
  const moves: MoveBooking[] = [];
  const send = answer({
    get_diary: ({ from, days }) => diaryOf(from, days, [booked]),
    list_resources: () => [],
    move_booking: (input) => {
      moves.push(input);
      if (over && !input.over_hours) {
        const words = "Kim Ade would be booked 30 min over the free hours.";
        refuse("invalid", words, { over_hours: words });
      }
      booked = {
        ...booked,
        version: booked.version + 1,
        day: input.day,
        starts: input.starts,
        resource_id: input.resource_id ?? null,
        time: timeOf(input.starts),
        until: timeOf(input.starts + booked.minutes),
        duration: durationOf(booked.minutes),
      };
      return booked as BookingView;
    },
  });
  const [pathname = "", search = ""] = at.split("?");
  const router = createMemoryRouter(
    [
      {
        path: "/",
        element: <Where />,
        children: [],
      },
      {
        path: "/service",
        element: (
          <>
            <DiaryPage />
            <Where />
          </>
        ),
      },
      { path: "*", element: <Where /> },
    ],
    { initialEntries: [{ pathname, search: search && `?${search}`, state }] },
  );
  // The product's own cache: what was moved is asked for again.
  queryClient.clear();
  show(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
    { rights: ["export_reports", "access_settings"] },
  );
  return { send, moves, user: userEvent.setup({ delay: null }) };
}

const where = () => screen.getByLabelText("where");
const theBooking = () => screen.findByRole("gridcell", { name: /Tom Reed/ });

describe("t03: the diary of a day", () => {
  it("shows the hours free at the top of each column, and the booking in its own", async () => {
    open();
    const ray = await screen.findByRole("row", { name: /Ray Holt/ });
    expect(within(ray).getByRole("rowheader")).toHaveTextContent("7 h free of 8 h");
    expect(within(ray).getByRole("gridcell", { name: /Tom Reed/ })).toHaveTextContent(
      "10:00 AB12 CDE Ford Focus Tom Reed MOT",
    );
    expect(screen.getByRole("heading", { name: "Monday, 23/11/2026" })).toBeInTheDocument();
  });

  it("has one stop for Tab, walks with arrows, opens by Enter", async () => {
    const { user } = open();
    const booking = await theBooking();
    const stops = () =>
      screen.getAllByRole("gridcell").filter((cell) => cell.getAttribute("tabindex") === "0");
    expect(stops()).toHaveLength(1);
    expect(stops()[0]).toHaveAccessibleName("09:00, Ray Holt, free");
    stops()[0]?.focus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(booking).toHaveFocus();
    expect(stops()).toEqual([booking]);
    await user.keyboard("{Enter}");
    expect(where()).toHaveTextContent("/service/bookings/7");
  });

  it("books by Enter on a free place, and by N where the keyboard stands", async () => {
    const { user } = open();
    await theBooking();
    screen.getByRole("gridcell", { name: "09:00, Ray Holt, free" }).focus();
    await user.keyboard("{ArrowRight}{ArrowUp}{Enter}");
    expect(where()).toHaveTextContent("/service/bookings/new?day=2026-11-23&start=510&resource=2");
  });

  it("books by N at the place that has the keyboard", async () => {
    const { user } = open();
    await theBooking();
    screen.getByRole("gridcell", { name: "14:30, Kim Ade, free" }).focus();
    await user.keyboard("n");
    expect(where()).toHaveTextContent("/service/bookings/new?day=2026-11-23&start=870&resource=2");
  });

  it("moves a booking with Alt and the arrows, and keeps the keyboard on it", async () => {
    const { user, moves } = open();
    (await theBooking()).focus();
    await user.keyboard("{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() =>
      expect(moves).toEqual([
        { id: "7", version: 3, day: "2026-11-23", starts: 615, resource_id: RAY },
      ]),
    );
    await screen.findByRole("gridcell", { name: /^10:15/ });
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/Tom Reed/));
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await waitFor(() => expect(moves[1]).toMatchObject({ version: 4, resource_id: KIM }));
    const kim = screen.getByRole("row", { name: /Kim Ade/ });
    expect(await within(kim).findByRole("gridcell", { name: /Tom Reed/ })).toBeInTheDocument();
  });

  it("asks where the free hours do not suffice, and moves nothing when it is left so", async () => {
    const { user, moves } = open({ over: true });
    (await theBooking()).focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    const dialog = await screen.findByRole("dialog", { name: /over the free hours\?/ });
    expect(dialog).toHaveTextContent("Kim Ade would be booked 30 min over the free hours.");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(moves).toHaveLength(1);
    (await theBooking()).focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await user.click(await screen.findByRole("button", { name: "Book all the same" }));
    await waitFor(() => expect(moves.at(-1)).toMatchObject({ over_hours: true, resource_id: KIM }));
  });

  it("goes from day to day, to today and to the week by keys", async () => {
    const { user } = open();
    await theBooking();
    await user.keyboard("{PageDown}");
    expect(where()).toHaveTextContent("/service?day=2026-11-24");
    await user.keyboard("{PageUp}{PageUp}");
    expect(where()).toHaveTextContent("/service?day=2026-11-22");
    await user.keyboard("t");
    expect(where()).toHaveTextContent("/service?day=2026-11-21");
    await user.keyboard("w");
    expect(where()).toHaveTextContent("/service?day=2026-11-21&view=week");
    await user.keyboard("d");
    expect(where()).toHaveTextContent("/service?day=2026-11-21");
  });

  it("goes to a day that is typed", async () => {
    const { user } = open();
    await theBooking();
    await user.keyboard("g");
    const field = screen.getByRole("textbox", { name: "Go to day" });
    expect(field).toHaveFocus();
    await user.keyboard("01/12/2026");
    expect(where()).toHaveTextContent("/service?day=2026-12-01");
  });

  it("begins at the booking that somebody came back from", async () => {
    open({ state: { booking: "7" } });
    await waitFor(async () => expect(await theBooking()).toHaveFocus());
  });
});

/** The columns of a day side by side, 200 wide, from the top of the window. */
function layOut() {
  for (const [at, row] of screen.getAllByRole("row").entries()) {
    const body = row.querySelector<HTMLElement>('[role="presentation"]');
    if (!body) continue;
    body.getBoundingClientRect = () =>
      ({ left: at * 200, right: at * 200 + 200, top: 0, bottom: 540 }) as DOMRect;
  }
}

describe("t03: a booking that is dragged", () => {
  // Drawn from eight o'clock on, nine tenths of a pixel a minute: ten o'clock is at 108.
  async function grab() {
    const scene = open();
    const booking = await theBooking();
    layOut();
    booking.getBoundingClientRect = () => ({ top: 108 }) as DOMRect;
    fireEvent.pointerDown(booking, { button: 0, clientX: 250, clientY: 110, pointerId: 1 });
    return { ...scene, booking };
  }

  it("is moved to where it is let go", async () => {
    const { booking, moves } = await grab();
    fireEvent.pointerMove(booking, { clientX: 450, clientY: 164, pointerId: 1 });
    expect(screen.getByText("11:00 – 12:00")).toBeInTheDocument();
    fireEvent.pointerUp(booking, { pointerId: 1 });
    fireEvent.click(booking);
    await waitFor(() =>
      expect(moves).toEqual([
        { id: "7", version: 3, day: "2026-11-23", starts: 660, resource_id: KIM },
      ]),
    );
    expect(where()).toHaveTextContent(/^\/service\?/);
  });

  it("records nothing where it ends as it began", async () => {
    const { booking, moves } = await grab();
    fireEvent.pointerMove(booking, { clientX: 450, clientY: 164, pointerId: 1 });
    fireEvent.pointerMove(booking, { clientX: 251, clientY: 111, pointerId: 1 });
    fireEvent.pointerUp(booking, { pointerId: 1 });
    fireEvent.click(booking);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(moves).toEqual([]);
    expect(where()).toHaveTextContent(/^\/service\?/);
  });

  it("is given up by Esc", async () => {
    const { booking, moves } = await grab();
    fireEvent.pointerMove(booking, { clientX: 450, clientY: 164, pointerId: 1 });
    fireEvent.keyDown(document.body, { key: "Escape" });
    expect(screen.queryByText("11:00 – 12:00")).not.toBeInTheDocument();
    fireEvent.pointerUp(booking, { pointerId: 1 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(moves).toEqual([]);
  });

  it("is opened by a click that is none", async () => {
    const { booking } = await grab();
    fireEvent.pointerMove(booking, { clientX: 252, clientY: 111, pointerId: 1 });
    fireEvent.pointerUp(booking, { pointerId: 1 });
    fireEvent.click(booking);
    await waitFor(() => expect(where()).toHaveTextContent("/service/bookings/7"));
  });
});

describe("t03: the diary of a week", () => {
  const week = { at: "/service?day=2026-11-25&view=week" };
  const line = () => screen.findByRole("button", { name: /Tom Reed/ });

  it("shows days and hours, and moves a booking to another day", async () => {
    const { user, moves } = open(week);
    const booking = await line();
    expect(screen.getByRole("grid", { name: "Diary of the week from 23/11/2026" })).toBeVisible();
    expect(screen.getByRole("button", { name: /Mon 23\/11/ })).toBeVisible();
    booking.focus();
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    await waitFor(() =>
      expect(moves).toEqual([
        { id: "7", version: 3, day: "2026-11-24", starts: 600, resource_id: RAY },
      ]),
    );
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName(/Tom Reed/));
  });

  it("walks through days and bookings, books where there is none", async () => {
    const { user } = open(week);
    (await line()).focus();
    await user.keyboard("{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/^Book for Ray Holt, Monday 23\/11\/2026/);
    await user.keyboard("{ArrowRight}{ArrowDown}");
    expect(document.activeElement).toHaveAccessibleName(/^Book for Kim Ade, Tuesday/);
    await user.keyboard("{Enter}");
    expect(where()).toHaveTextContent("/service/bookings/new?day=2026-11-24&start=540&resource=2");
  });
});

describe("the diary for who hears or reads it", () => {
  it.each(["/service?day=2026-11-23", "/service?day=2026-11-23&view=week"])(
    "%s has nothing that axe objects to",
    async (at) => {
      open({ at });
      await screen.findByRole("grid");
      await expectAccessible();
    },
  );
});

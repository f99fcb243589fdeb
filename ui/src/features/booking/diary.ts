import type { BookingLine, DiaryHours, DiaryView, ResourceId } from "@/bindings/commands";

/** How far apart the free places of a day lie, and in which steps a booking is dragged, in minutes. */
export const PLACE = 30;
export const STEP = 15;

/** The hours that are drawn at the least. */
const OPENS = 8 * 60;
const CLOSES = 18 * 60;

/** A technician or ramp on one day; the last column holds what is booked to nobody in particular. */
export interface Column {
  /** Null for nobody in particular. */
  id: ResourceId | null;
  name: string;
  active: boolean;
  /** Null where nobody says. */
  hours: DiaryHours | null;
  /** Minutes booked. */
  booked: number;
  bookings: BookingLine[];
}

/** From when to when a day is drawn: whole hours, wide enough for what is booked. */
export interface Span {
  from: number;
  to: number;
}

/** What the keyboard stops at in a column: a booking, or a free place. */
export interface Item {
  key: string;
  starts: number;
  ends: number;
  booking: BookingLine | null;
  /** Which of so many stand side by side. */
  lane: number;
  lanes: number;
}

export const bookingKey = (id: string) => `booking:${id}`;
const placeKey = (column: Column, starts: number) => `place:${column.id ?? 0}:${starts}`;

export const endOf = (booking: BookingLine) => booking.starts + booking.minutes;

/** The columns of a day. Nobody in particular comes first: what stands there waits to be given to somebody. */
export function columnsOf(diary: DiaryView, day: number, notAssigned: string): Column[] {
  const date = diary.days[day]?.date;
  const of = (id: ResourceId | null) =>
    diary.bookings.filter((one) => one.day === date && one.resource_id === id);
  return [
    {
      id: null,
      name: notAssigned,
      active: true,
      hours: null,
      booked: diary.not_assigned[day] ?? 0,
      bookings: of(null),
    },
    ...diary.resources.map((one) => {
      const hours = one.days[day] ?? null;
      return {
        id: one.id,
        name: one.name,
        active: one.active,
        hours,
        booked: hours?.booked ?? 0,
        bookings: of(one.id),
      };
    }),
  ];
}

/** See `Span`. */
export function spanOf(columns: readonly Column[]): Span {
  const all = columns.flatMap(({ bookings }) => bookings);
  const whole = (minutes: number) => Math.floor(minutes / 60) * 60;
  return {
    from: Math.min(OPENS, ...all.map(({ starts }) => whole(starts))),
    to: Math.max(CLOSES, ...all.map((one) => whole(endOf(one) + 59))),
  };
}

/** Bookings with the lane each stands in: those that share time stand side by side. */
function inLanes(bookings: readonly BookingLine[]): Item[] {
  const sorted = [...bookings].sort(
    (one, other) => one.starts - other.starts || Number(one.id) - Number(other.id),
  );
  const items: Item[] = [];
  let group: Item[] = [];
  let until = -1;
  const close = () => {
    const lanes = Math.max(0, ...group.map(({ lane }) => lane)) + 1;
    for (const item of group) item.lanes = lanes;
    group = [];
  };
  for (const booking of sorted) {
    if (booking.starts >= until) close();
    const taken = group.filter(({ ends }) => ends > booking.starts).map(({ lane }) => lane);
    let lane = 0;
    while (taken.includes(lane)) lane += 1;
    const ends = endOf(booking);
    const item = {
      key: bookingKey(booking.id),
      starts: booking.starts,
      ends,
      booking,
      lane,
      lanes: 1,
    };
    group.push(item);
    items.push(item);
    until = Math.max(until, ends);
  }
  close();
  return items;
}

/** What the keyboard walks through in a column, in the order of time. */
export function itemsOf(column: Column, { from, to }: Span): Item[] {
  const booked = inLanes(column.bookings);
  const places: Item[] = [];
  for (let starts = from; starts < to; starts += PLACE) {
    const ends = starts + PLACE;
    if (booked.some((one) => one.starts < ends && starts < one.ends)) continue;
    places.push({ key: placeKey(column, starts), starts, ends, booking: null, lane: 0, lanes: 1 });
  }
  return [...booked, ...places].sort(
    (one, other) => one.starts - other.starts || one.lane - other.lane,
  );
}

/** The item of a list that stands at a minute, else the nearest to it. */
export function itemAt(items: readonly Item[], minute: number): Item | undefined {
  const at = items.find(({ starts, ends }) => starts <= minute && minute < ends);
  if (at) return at;
  const far = ({ starts }: Item) => Math.abs(starts - minute);
  return [...items].sort((one, other) => far(one) - far(other))[0];
}

/** Where an arrow leads from an item; the same item where there is nothing further that way. */
export function stepFrom(
  columns: readonly (readonly Item[])[],
  key: string,
  arrow: string,
): Item | undefined {
  const at = columns.findIndex((items) => items.some((one) => one.key === key));
  const items = columns[at];
  const place = items?.findIndex((one) => one.key === key) ?? -1;
  const here = items?.[place];
  if (!items || !here) return columns.find((one) => one.length > 0)?.[0];
  const steps: Record<string, Item | undefined> = {
    ArrowDown: items[place + 1],
    ArrowUp: items[place - 1],
    Home: items[0],
    End: items[items.length - 1],
    ArrowLeft: itemAt(columns[at - 1] ?? [], here.starts),
    ArrowRight: itemAt(columns[at + 1] ?? [], here.starts),
  };
  return steps[arrow] ?? here;
}

/** A place that a booking may be given. */
export interface Target {
  day: string;
  starts: number;
  resource: ResourceId | null;
}

/** Does it differ from where the booking stands? */
export function isElsewhere(booking: BookingLine, to: Target): boolean {
  return (
    booking.day !== to.day || booking.starts !== to.starts || booking.resource_id !== to.resource
  );
}

/** The beginning nearest to a minute that keeps a booking within its day. */
export function snapped(minute: number, minutes: number): number {
  const latest = Math.floor((24 * 60 - minutes) / STEP) * STEP;
  return Math.min(latest, Math.max(0, Math.round(minute / STEP) * STEP));
}

/** Where Alt and an arrow take a booking in the view of a day; null where that leads nowhere. */
export function movedBy(
  booking: BookingLine,
  key: string,
  columns: readonly Column[],
): Target | null {
  const { day, starts, minutes, resource_id: resource } = booking;
  const later: number | undefined = { ArrowUp: -STEP, ArrowDown: STEP }[key];
  if (later !== undefined) {
    const to = snapped(starts + later, minutes);
    return to === starts ? null : { day, starts: to, resource };
  }
  const open = columns.filter(({ active, id }) => active || id === resource);
  const at = open.findIndex(({ id }) => id === resource);
  const next = open[at + ({ ArrowLeft: -1 }[key] ?? 1)];
  return at < 0 || !next ? null : { day, starts, resource: next.id };
}

/** The same in the view of a week: by a day, or to who stands above or below. */
export function movedInWeek(
  booking: BookingLine,
  key: string,
  days: readonly string[],
  rows: readonly { id: ResourceId | null; active: boolean }[],
): Target | null {
  const { day, starts, resource_id: resource } = booking;
  const by: number | undefined = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (by !== undefined) {
    const next = days[days.indexOf(day) + by];
    return next ? { day: next, starts, resource } : null;
  }
  const open = rows.filter(({ active, id }) => active || id === resource);
  const at = open.findIndex(({ id }) => id === resource);
  const next = open[at + ({ ArrowUp: -1 }[key] ?? 1)];
  return at < 0 || !next ? null : { day, starts, resource: next.id };
}

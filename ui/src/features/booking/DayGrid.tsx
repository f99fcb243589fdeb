import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { BookingId, BookingLine, DiaryView, ResourceId } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { BookingBlock, bookingName } from "./BookingBlock";
import classes from "./Diary.module.css";
import {
  bookingKey,
  columnsOf,
  endOf,
  type Item,
  itemsOf,
  movedBy,
  snapped,
  spanOf,
  stepFrom,
  type Target,
} from "./diary";
import { HoursFree } from "./HoursFree";
import { durationOf, timeOf } from "./times";
import { useDrag } from "./useDrag";

/** How tall a minute is, in pixels. */
const TALL = 0.9;
/** Where the keyboard begins in a day. */
const BEGIN = 9 * 60;

export interface DiaryActs {
  /** May bookings be made and moved here? Why not, else null. */
  missing: string | null;
  open: (id: BookingId) => void;
  book: (day: string, starts: number, resource: ResourceId | null) => void;
  move: (booking: BookingLine, to: Target) => void;
}

interface DayGridProps extends DiaryActs {
  diary: DiaryView;
  /** The booking that somebody came back from. */
  startAt: BookingId | null;
  /** Told which free place has the keyboard, for the key that books. */
  onPlace: (place: { starts: number; resource: ResourceId | null } | null) => void;
}

const ARROWS = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);

/**
 * A day of the diary: a column for each technician and ramp, the hours free at its top, time downwards.
 * One place has the keyboard; arrows walk, Enter opens or books, Alt and an arrow move a booking.
 */
export function DayGrid({ diary, startAt, missing, open, book, move, onPlace }: DayGridProps) {
  const columns = columnsOf(diary, 0, text("booking.notAssigned"));
  const span = spanOf(columns);
  const items = columns.map((column) => itemsOf(column, span));
  const day = diary.days[0]?.date ?? "";
  const grid = useRef<HTMLDivElement>(null);
  const bodies = useRef<(HTMLDivElement | null)[]>([]);
  const [wanted, setWanted] = useState(startAt ? bookingKey(startAt) : "");
  const all = items.flat();
  const begin =
    items[1]?.find(({ starts }) => starts >= BEGIN) ??
    items[0]?.find(({ starts }) => starts >= BEGIN);
  const current = all.find(({ key }) => key === wanted) ?? begin ?? all[0];
  const currentKey = current?.key ?? "";

  const focus = (key: string) =>
    grid.current?.querySelector<HTMLElement>(`[data-item="${key}"]`)?.focus();
  // A booking that moved keeps the keyboard, wherever it went.
  const holds = useRef(startAt !== null);
  useEffect(() => {
    if (holds.current && !document.querySelector('[role="dialog"]')) focus(currentKey);
  });
  const column = columns.find((_, at) => items[at]?.some(({ key }) => key === currentKey));
  const place =
    current && !current.booking ? { starts: current.starts, resource: column?.id ?? null } : null;
  const told = useRef("");
  useEffect(() => {
    const words = JSON.stringify(place);
    if (told.current === words) return;
    told.current = words;
    onPlace(place);
  });

  const enter = (item: Item, resource: ResourceId | null) => {
    if (item.booking) open(item.booking.id);
    else if (!missing) book(day, item.starts, resource);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || !ARROWS.has(event.key) || event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const { booking } = current;
      if (!booking || missing) return;
      event.preventDefault();
      const to = movedBy(booking, event.key, columns);
      if (to && !event.repeat) move(booking, to);
      return;
    }
    event.preventDefault();
    const next = stepFrom(items, currentKey, event.key);
    if (next) setWanted(next.key);
  };

  const { dragged, tookClick, handlers } = useDrag((x, y, booking, grip) => {
    const at = bodies.current.findIndex((body) => {
      const box = body?.getBoundingClientRect();
      return box !== undefined && x >= box.left && x < box.right;
    });
    const [to, box] = [columns[at], bodies.current[at]?.getBoundingClientRect()];
    if (!to || !box || !(to.active || to.id === booking.resource_id)) return null;
    const minute = span.from + (y - grip - box.top) / TALL;
    return { day, starts: snapped(minute, booking.minutes), resource: to.id };
  }, move);

  const tall = (span.to - span.from) * TALL;
  const hours = Array.from({ length: (span.to - span.from) / 60 }, (_, at) => span.from + at * 60);
  return (
    <div className={classes.day} ref={grid}>
      <div className={classes.gutter} aria-hidden="true">
        <div className={classes.corner} />
        <div className={classes.axis} style={{ height: tall }}>
          {hours.map((minute) => (
            <span key={minute} style={{ top: (minute - span.from) * TALL }}>
              {timeOf(minute)}
            </span>
          ))}
        </div>
      </div>
      <div
        role="grid"
        aria-label={text("booking.dayOf", {
          weekday: diary.days[0]?.weekday ?? "",
          date: diary.days[0]?.local ?? "",
        })}
        className={classes.columns}
        onKeyDown={onKeyDown}
        onFocus={() => {
          holds.current = true;
        }}
        onBlur={(event) => {
          if (event.relatedTarget)
            holds.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        {columns.map((one, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: as the grid
          <div role="row" key={one.id ?? "none"} className={classes.column}>
            {/* biome-ignore lint/a11y/useFocusableInteractive: as the grid */}
            <div role="rowheader" className={classes.head}>
              <b title={one.name}>{one.name}</b>
              {one.hours ? (
                <HoursFree hours={one.hours} />
              ) : (
                <span className={classes.hours}>
                  {text("booking.bookedOnly", { booked: durationOf(one.booked) })}
                </span>
              )}
            </div>
            <div
              className={one.active ? classes.body : `${classes.body} ${classes.unused}`}
              style={{ height: tall }}
              ref={(body) => {
                bodies.current[at] = body;
              }}
              role="presentation"
            >
              {items[at]?.map((item) => {
                const { booking } = item;
                const top = (item.starts - span.from) * TALL;
                const shared = {
                  type: "button",
                  role: "gridcell",
                  "data-item": item.key,
                  tabIndex: item.key === currentKey ? 0 : -1,
                  onFocus: () => setWanted(item.key),
                } as const;
                if (!booking) {
                  const free = `${timeOf(item.starts)}, ${one.name}, ${text("booking.free")}`;
                  return (
                    <button
                      key={item.key}
                      {...shared}
                      className={classes.place}
                      style={{ top, height: (item.ends - item.starts) * TALL }}
                      aria-label={free}
                      aria-disabled={missing !== null || !one.active || undefined}
                      onClick={() => one.active && enter(item, one.id)}
                    />
                  );
                }
                const height = Math.max(20, booking.minutes * TALL) - 2;
                return (
                  <button
                    key={item.key}
                    {...shared}
                    {...(missing ? {} : handlers(booking))}
                    className={`${classes.booking} ${classes[booking.status] ?? ""} ${
                      dragged?.booking.id === booking.id ? classes.lifted : ""
                    }`}
                    style={{
                      top,
                      height,
                      left: `${(item.lane / item.lanes) * 100}%`,
                      width: `calc(${100 / item.lanes}% - 4px)`,
                    }}
                    title={bookingName(booking)}
                    aria-label={bookingName(booking)}
                    onClick={() => {
                      if (!tookClick()) enter(item, one.id);
                    }}
                  >
                    <BookingBlock booking={booking} />
                  </button>
                );
              })}
              {dragged && dragged.to.resource === one.id && (
                <div
                  aria-hidden="true"
                  className={classes.ghost}
                  style={{
                    top: (dragged.to.starts - span.from) * TALL,
                    height: Math.max(20, dragged.booking.minutes * TALL) - 2,
                  }}
                >
                  {timeOf(dragged.to.starts)} –{" "}
                  {timeOf(dragged.to.starts + endOf(dragged.booking) - dragged.booking.starts)}
                </div>
              )}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

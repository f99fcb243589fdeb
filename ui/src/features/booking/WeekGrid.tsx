import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { BookingId, BookingLine, DiaryView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { bookingName, vehicleWords } from "./BookingBlock";
import type { DiaryActs } from "./DayGrid";
import classes from "./Diary.module.css";
import { bookingKey, type Column, columnsOf, movedInWeek, type Target } from "./diary";
import { HoursFree } from "./HoursFree";
import { durationOf } from "./times";
import { useDrag } from "./useDrag";

/** When a booking begins that is made in the view of a week. */
const USUAL_START = 9 * 60;

interface WeekGridProps extends DiaryActs {
  diary: DiaryView;
  startAt: BookingId | null;
  /** Shows one of the days by itself. */
  onDay: (day: string) => void;
  onPlace: (place: { day: string; resource: Column["id"] } | null) => void;
}

interface Cell {
  row: number;
  day: string;
  column: Column;
}

const cellKey = (cell: Cell) => `place:${cell.column.id ?? 0}:${cell.day}`;
const keysIn = (cell: Cell) => [
  ...cell.column.bookings.map(({ id }) => bookingKey(id)),
  cellKey(cell),
];

/**
 * A week of the diary: a row for each technician and ramp, a column for each day, bookings as lines. The
 * arrows walk, Enter opens or books, Alt and an arrow move a booking to another day or to somebody else.
 */
export function WeekGrid({
  diary,
  startAt,
  missing,
  open,
  book,
  move,
  onDay,
  onPlace,
}: WeekGridProps) {
  const days = diary.days.map(({ date }) => date);
  const byDay = days.map((_, at) => columnsOf(diary, at, text("booking.notAssigned")));
  const rows = byDay[0] ?? [];
  const cells = rows.map((_, row) =>
    byDay.flatMap((columns, at) => {
      const column = columns[row];
      return column ? [{ row, day: days[at] ?? "", column }] : [];
    }),
  );
  const grid = useRef<HTMLTableElement>(null);
  const [wanted, setWanted] = useState(startAt ? bookingKey(startAt) : "");
  const flat = cells.flat();
  const first = cells[1]?.[0] ?? flat[0];
  const here = flat.find((cell) => keysIn(cell).includes(wanted)) ?? first;
  const current = here && keysIn(here).includes(wanted) ? wanted : here ? cellKey(here) : "";

  const holds = useRef(startAt !== null);
  useEffect(() => {
    if (!holds.current || document.querySelector('[role="dialog"]')) return;
    grid.current?.querySelector<HTMLElement>(`[data-item="${current}"]`)?.focus();
  });
  const place =
    here && current === cellKey(here) ? { day: here.day, resource: here.column.id } : null;
  const told = useRef("");
  useEffect(() => {
    const words = JSON.stringify(place);
    if (told.current === words) return;
    told.current = words;
    onPlace(place);
  });

  const step = (key: string): string => {
    if (!here) return current;
    const keys = keysIn(here);
    const at = keys.indexOf(current);
    const day = days.indexOf(here.day);
    const row = cells[here.row] ?? [];
    const to = (cell: Cell | undefined, last = false) => {
      if (!cell) return current;
      const all = keysIn(cell);
      return (last ? all[all.length - 1] : all[0]) ?? current;
    };
    const steps: Record<string, string> = {
      ArrowDown: keys[at + 1] ?? to(cells[here.row + 1]?.[day]),
      ArrowUp: keys[at - 1] ?? to(cells[here.row - 1]?.[day], true),
      ArrowLeft: to(row[day - 1]),
      ArrowRight: to(row[day + 1]),
      Home: to(row[0]),
      End: to(row[row.length - 1]),
    };
    return steps[key] ?? current;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isArrow = event.key.startsWith("Arrow");
    if (!isArrow && event.key !== "Home" && event.key !== "End") return;
    if (event.ctrlKey || event.metaKey) return;
    if (event.altKey) {
      const booking = here?.column.bookings.find(({ id }) => bookingKey(id) === current);
      if (!booking || missing || !isArrow) return;
      event.preventDefault();
      const to = movedInWeek(booking, event.key, days, rows);
      if (to && !event.repeat) move(booking, to);
      return;
    }
    event.preventDefault();
    setWanted(step(event.key));
  };

  const { dragged, tookClick, handlers } = useDrag((x, y, booking) => {
    const under = document.elementsFromPoint?.(x, y) ?? [];
    const cell = under
      .map((element) => element.closest<HTMLElement>("[data-cell]"))
      .find((found) => found !== null);
    const target = flat.find((one) => cellKey(one) === cell?.dataset.cell);
    if (!target || !(target.column.active || target.column.id === booking.resource_id)) return null;
    return { day: target.day, starts: booking.starts, resource: target.column.id };
  }, move);

  const isUnder = (cell: Cell, to: Target | undefined) =>
    to !== undefined && to.day === cell.day && to.resource === cell.column.id;

  const line = (booking: BookingLine) => {
    const key = bookingKey(booking.id);
    return (
      <button
        key={key}
        type="button"
        data-item={key}
        tabIndex={key === current ? 0 : -1}
        {...(missing ? {} : handlers(booking))}
        className={`${classes.line} ${classes[booking.status] ?? ""} ${
          dragged?.booking.id === booking.id ? classes.lifted : ""
        }`}
        title={bookingName(booking, true)}
        aria-label={bookingName(booking, true)}
        onFocus={() => setWanted(key)}
        onClick={() => {
          if (!tookClick()) open(booking.id);
        }}
      >
        <b>{booking.time}</b> {vehicleWords(booking) || booking.name}
      </button>
    );
  };

  return (
    <div className={classes.weekScroll}>
      <table
        className={classes.week}
        ref={grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table of which one place has the keyboard
        role="grid"
        aria-label={text("booking.weekOf", { date: diary.days[0]?.local ?? "" })}
        onKeyDown={onKeyDown}
        onFocus={() => {
          holds.current = true;
        }}
        onBlur={(event) => {
          if (event.relatedTarget)
            holds.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.weekCorner}>
              <span className="visually-hidden">{text("booking.who")}</span>
            </th>
            {diary.days.map((one) => (
              <th key={one.date} scope="col">
                <button type="button" className={classes.weekDay} onClick={() => onDay(one.date)}>
                  <b>{one.weekday.slice(0, 3)}</b> {one.local.slice(0, 5)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, at) => {
            const one = rows[at];
            if (!one) return null;
            return (
              <tr key={one.id ?? "none"}>
                <th scope="row">{one.name}</th>
                {row.map((cell) => {
                  const key = cellKey(cell);
                  const { column } = cell;
                  const past = diary.days.find(({ date }) => date === cell.day)?.past;
                  const free = column.hours
                    ? text("booking.freeOf", {
                        free: durationOf(column.hours.free),
                        hours: durationOf(column.hours.hours),
                      })
                    : text("booking.bookedOnly", { booked: durationOf(column.booked) });
                  const day = diary.days.find(({ date }) => date === cell.day);
                  return (
                    <td
                      key={key}
                      data-cell={key}
                      className={`${past ? classes.pastCell : ""} ${
                        isUnder(cell, dragged?.to) ? classes.under : ""
                      }`}
                    >
                      <div className={classes.cell}>
                        {column.hours ? (
                          <HoursFree hours={column.hours} />
                        ) : (
                          <span className={classes.hours}>{column.booked > 0 ? free : ""}</span>
                        )}
                        {column.bookings.map((booking) => (
                          <Fragment key={booking.id}>{line(booking)}</Fragment>
                        ))}
                        <button
                          type="button"
                          data-item={key}
                          tabIndex={key === current ? 0 : -1}
                          className={classes.add}
                          aria-label={text("booking.bookFor", {
                            who: column.name,
                            day: `${day?.weekday ?? ""} ${day?.local ?? ""}`,
                            free,
                          })}
                          aria-disabled={missing !== null || !column.active || undefined}
                          onFocus={() => setWanted(key)}
                          onClick={() => {
                            if (!missing && column.active) book(cell.day, USUAL_START, column.id);
                          }}
                        />
                      </div>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

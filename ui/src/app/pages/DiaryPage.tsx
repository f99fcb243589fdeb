import { Button, SegmentedControl } from "@mantine/core";
import { IconCalendarPlus, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { Link, useLocation, useNavigate, useSearchParams } from "react-router";
import type { BookingId, ResourceId } from "@/bindings/commands";
import { WithKey } from "@/components/CommandKeys";
import { DateField } from "@/components/DateField";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { ListReports } from "@/components/list/ListReports";
import { Notice } from "@/components/Notice";
import { Page } from "@/components/Page";
import { WithReason } from "@/components/WithReason";
import { DayGrid } from "@/features/booking/DayGrid";
import { addDays, isDay, mondayOf } from "@/features/booking/times";
import { useMoveBooking } from "@/features/booking/useMoveBooking";
import { WeekGrid } from "@/features/booking/WeekGrid";
import { useCall } from "@/lib/api";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { useMissingLabel, useMissingRight, useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Service.module.css";
import { ServiceTabs, serviceCrumbs } from "./ServiceTabs";

interface Place {
  day?: string;
  starts?: number;
  resource: ResourceId | null;
}

/** Service > Diary (T-03): a day, or the week around it. Which one stands in the address. */
export function DiaryPage() {
  const navigate = useNavigate();
  const { today } = useSession();
  const [search] = useSearchParams();
  const { state, search: query } = useLocation();
  const asked = search.get("day");
  const day = isDay(asked) ? asked : today;
  const view = search.get("view") === "week" ? "week" : "day";
  const from = view === "week" ? mondayOf(day) : day;
  const days = view === "week" ? 7 : 1;
  const to = addDays(from, days - 1);
  const diary = useCall("get_diary", { from, days }, { placeholderData: keepPreviousData });
  const resources = useCall("list_resources", {});
  const missing = useMissingRight("save_booking");
  const noSettings = useMissingLabel("save_resource");
  const { move, dialog } = useMoveBooking();
  const place = useRef<Place | null>(null);
  const dateField = useRef<HTMLDivElement>(null);
  const [typedDay, setTypedDay] = useState({ count: 0 });

  const show = (next: string, how: "day" | "week" = view) =>
    navigate(paths.diary(next, how === "week" ? "week" : undefined), { replace: true });
  const turn = (by: number) => show(addDays(day, by * days));
  const here = `/service${query}`;
  const book = (on: string, start: number, resource: ResourceId | null) =>
    navigate(paths.newBooking({ day: on, start, resource: resource ?? undefined }), {
      state: { from: here },
    });
  const open = (id: BookingId) => navigate(paths.booking(id), { state: { from: here } });
  const bookHere = () => {
    const at = place.current;
    const on = at?.day ?? (view === "week" && today >= from && today <= to ? today : day);
    const begin = { day: on, start: at?.starts, resource: at?.resource ?? undefined };
    navigate(paths.newBooking(begin), { state: { from: here } });
  };
  useCommands([
    { id: "diary.book", missing, run: bookHere },
    { id: "diary.today", run: () => show(today) },
    { id: "diary.previous", run: () => turn(-1) },
    { id: "diary.next", run: () => turn(1) },
    { id: "diary.day", run: () => show(day, "day") },
    { id: "diary.week", run: () => show(day, "week") },
    {
      id: "diary.goTo",
      run: () => {
        const field = dateField.current?.querySelector("input");
        field?.focus();
        field?.select();
      },
    },
  ]);

  const shown = diary.data;
  const first = shown?.days[0];
  const heading =
    view === "week"
      ? text("booking.weekFrom", { date: first?.local ?? "" })
      : `${first?.weekday ?? ""}, ${first?.local ?? ""}`;
  const startAt = typeof state?.booking === "string" ? (state.booking as BookingId) : null;
  const range = { from, to };
  // Days of another view are no days of this one.
  const fits = shown?.days.length === days;
  return (
    <Page
      fill
      title={text("booking.diary")}
      crumbs={serviceCrumbs()}
      actions={
        <>
          <ListReports
            reports={[
              { as: "print", command: "print_bookings", input: range },
              { as: "csv", command: "export_bookings", input: range },
            ]}
            isEmpty={shown?.bookings.length === 0}
          />
          <WithReason reason={missing}>
            <WithKey id="diary.book">
              <Button leftSection={<IconCalendarPlus size={16} />} onClick={bookHere}>
                {text("booking.new")}
              </Button>
            </WithKey>
          </WithReason>
        </>
      }
    >
      <div className={classes.diary}>
        <ServiceTabs />
        <div className={classes.bar}>
          <WithKey id="diary.previous">
            <Button
              variant="default"
              px={8}
              aria-label={text(view === "week" ? "booking.previousWeek" : "booking.previousDay")}
              onClick={() => turn(-1)}
            >
              <IconChevronLeft size={16} />
            </Button>
          </WithKey>
          <WithKey id="diary.today">
            <Button variant="default" onClick={() => show(today)}>
              {text("booking.today")}
            </Button>
          </WithKey>
          <WithKey id="diary.next">
            <Button
              variant="default"
              px={8}
              aria-label={text(view === "week" ? "booking.nextWeek" : "booking.nextDay")}
              onClick={() => turn(1)}
            >
              <IconChevronRight size={16} />
            </Button>
          </WithKey>
          <h2 className={classes.heading} aria-live="polite">
            {fits ? heading : ""}
          </h2>
          <div className={classes.goTo} ref={dateField}>
            <DateField
              key={`${day} ${typedDay.count}`}
              label={text("booking.goTo")}
              value={day}
              onChange={(next) => {
                if (next && next !== day) {
                  setTypedDay(({ count }) => ({ count: count + 1 }));
                  show(next);
                }
              }}
            />
          </div>
          <SegmentedControl
            aria-label={text("booking.view")}
            data={[
              { value: "day", label: text("booking.day") },
              { value: "week", label: text("booking.week") },
            ]}
            value={view}
            onChange={(next) => show(day, next === "week" ? "week" : "day")}
          />
        </div>
        {resources.data?.length === 0 && (
          <Notice>
            {text("booking.noResources")}{" "}
            {!noSettings && <Link to={paths.workshopSettings}>{text("booking.setUp")}</Link>}
          </Notice>
        )}
        {diary.error && <ErrorState refusal={diary.error} onRetry={diary.refetch} />}
        {!diary.error && (!shown || !fits) && <LoadingState />}
        {shown && fits && !diary.error && view === "day" && (
          <DayGrid
            key={startAt ?? ""}
            diary={shown}
            startAt={startAt}
            missing={missing}
            open={open}
            book={book}
            move={move}
            onPlace={(at) => {
              place.current = at && { ...at, day: first?.date };
            }}
          />
        )}
        {shown && fits && !diary.error && view === "week" && (
          <WeekGrid
            key={startAt ?? ""}
            diary={shown}
            startAt={startAt}
            missing={missing}
            open={open}
            book={book}
            move={move}
            onDay={(one) => show(one, "day")}
            onPlace={(at) => {
              place.current = at;
            }}
          />
        )}
      </div>
      {dialog}
    </Page>
  );
}

import { describe, expect, it } from "vitest";
import type { BookingId, BookingLine, ContactId, ResourceId } from "@/bindings/commands";
import { type Column, itemsOf, movedBy, movedInWeek, snapped, spanOf, stepFrom } from "./diary";
import { addDays, durationOf, isDay, mondayOf, readTime, timeOf } from "./times";

const RAY = "1" as ResourceId;
const KIM = "2" as ResourceId;

function line(
  id: string,
  starts: number,
  minutes: number,
  resource: ResourceId | null = RAY,
): BookingLine {
  return {
    id: id as BookingId,
    version: 1,
    contact_id: "5" as ContactId,
    name: "Tom Reed",
    vehicle_id: null,
    registration: "AB12 CDE",
    make: "",
    resource_id: resource,
    resource: "Ray Holt",
    day: "2026-11-23",
    date: "23/11/2026",
    starts,
    minutes,
    time: timeOf(starts),
    until: timeOf(starts + minutes),
    duration: durationOf(minutes),
    work: "MOT",
    status: "booked",
    status_label: "Booked",
  };
}

function column(id: ResourceId | null, bookings: BookingLine[] = [], active = true): Column {
  return { id, name: `Number ${id ?? 0}`, active, hours: null, booked: 0, bookings };
}

describe("a column of the diary", () => {
  it("has a free place for each half hour that nothing is booked in", () => {
    const one = column(RAY, [line("7", 555, 60)]);
    const items = itemsOf(one, { from: 540, to: 660 });
    expect(items.map(({ key }) => key)).toEqual(["booking:7", "place:1:630"]);
  });

  it("sets bookings that share time side by side, and no others", () => {
    const bookings = [
      line("1", 540, 60),
      line("2", 570, 60),
      line("3", 600, 30),
      line("4", 660, 30),
    ];
    const items = itemsOf(column(RAY, bookings), { from: 540, to: 720 });
    const lanes = items.filter(({ booking }) => booking).map(({ lane, lanes }) => [lane, lanes]);
    expect(lanes).toEqual([
      [0, 2],
      [1, 2],
      [0, 2],
      [0, 1],
    ]);
  });

  it("is drawn from eight to six, and further where something is booked", () => {
    expect(spanOf([column(RAY)])).toEqual({ from: 480, to: 1080 });
    expect(spanOf([column(RAY, [line("1", 435, 30), line("2", 1065, 30)])])).toEqual({
      from: 420,
      to: 1140,
    });
  });
});

describe("the arrows", () => {
  const columns = [
    column(null),
    column(RAY, [line("1", 540, 60), line("2", 540, 90)]),
    column(KIM, [line("3", 600, 60, KIM)]),
  ];
  const items = columns.map((one) => itemsOf(one, { from: 480, to: 720 }));
  const walk = (from: string, ...arrows: string[]) =>
    arrows.reduce((key, arrow) => stepFrom(items, key, arrow)?.key ?? "", from);

  it("walk down through every booking, those side by side one after the other", () => {
    expect(walk("place:1:510", "ArrowDown")).toBe("booking:1");
    expect(walk("place:1:510", "ArrowDown", "ArrowDown")).toBe("booking:2");
    expect(walk("place:1:510", "ArrowDown", "ArrowDown", "ArrowDown")).toBe("place:1:630");
    expect(walk("booking:2", "ArrowUp", "ArrowUp")).toBe("place:1:510");
  });

  it("keep the time from column to column, and stop at the edge", () => {
    expect(walk("place:1:630", "ArrowRight")).toBe("booking:3");
    expect(walk("place:1:630", "ArrowRight", "ArrowRight")).toBe("booking:3");
    expect(walk("booking:3", "ArrowLeft", "ArrowLeft")).toBe("place:0:540");
    expect(walk("place:0:480", "ArrowUp")).toBe("place:0:480");
    expect(walk("booking:3", "Home")).toBe("place:2:480");
    expect(walk("booking:3", "End")).toBe("place:2:690");
  });
});

describe("a booking that is moved", () => {
  const columns = [column(null), column(RAY), column("3" as ResourceId, [], false), column(KIM)];

  it("goes by quarters of an hour and never out of its day", () => {
    expect(movedBy(line("1", 540, 60), "ArrowDown", columns)?.starts).toBe(555);
    expect(movedBy(line("1", 0, 60), "ArrowUp", columns)).toBeNull();
    expect(snapped(1439, 60)).toBe(1380);
    expect(snapped(-20, 60)).toBe(0);
    expect(snapped(547, 60)).toBe(540);
    expect(snapped(548, 60)).toBe(555);
  });

  it("passes over who is out of use", () => {
    expect(movedBy(line("1", 540, 60), "ArrowRight", columns)?.resource).toBe(KIM);
    expect(movedBy(line("1", 540, 60), "ArrowLeft", columns)?.resource).toBeNull();
    expect(movedBy(line("1", 540, 60, KIM), "ArrowRight", columns)).toBeNull();
  });

  it("in the view of a week goes from day to day and from row to row", () => {
    const days = ["2026-11-23", "2026-11-24"];
    const one = line("1", 540, 60);
    expect(movedInWeek(one, "ArrowRight", days, columns)?.day).toBe("2026-11-24");
    expect(movedInWeek(one, "ArrowLeft", days, columns)).toBeNull();
    expect(movedInWeek(one, "ArrowDown", days, columns)?.resource).toBe(KIM);
  });
});

describe("times", () => {
  it.each([
    ["9", 540],
    ["930", 570],
    ["9.30", 570],
    ["09:30", 570],
    ["9:30 pm", 1290],
    ["12am", 0],
    ["0:15", 15],
    ["24:00", null],
    ["9:60", null],
    ["13pm", null],
    ["nine", null],
    ["", null],
  ])("%s is read", (typed, minutes) => {
    expect(readTime(typed)).toBe(minutes);
  });

  it("weeks begin on Monday, over the ends of months and summer time too", () => {
    expect(mondayOf("2026-11-29")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
    expect([isDay("2026-02-30"), isDay("x"), isDay(null), isDay("2026-02-28")]).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

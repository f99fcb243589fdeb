import { expect, it } from "vitest";
import type { HistoryEntry, HistoryText } from "@/bindings/commands";
import { byDay, inLines } from "./days";

const entry = (seq: number, local_date: string) =>
  ({ seq, local_date, day_heading: local_date }) as HistoryEntry;

it("puts entries of one day under one heading, also across pages", () => {
  const days = byDay([entry(5, "2026-11-21"), entry(4, "2026-11-03"), entry(3, "2026-11-03")]);
  expect(days.map((day) => [day.key, day.entries.map((one) => one.seq)])).toEqual([
    ["2026-11-21", [5]],
    ["2026-11-03", [4, 3]],
  ]);
});

it("sets what was switched on and off side by side, the rest on lines of their own", () => {
  const lines: HistoryText[] = [
    { tone: "on", text: "+ Email" },
    { tone: "off", text: "− Telephone" },
    { tone: "quote", text: "Asked at drop-off." },
    { tone: "plain", text: "In person" },
  ];
  expect(inLines(lines).map((line) => line.length)).toEqual([2, 1, 1]);
});

it("says each change once: the record’s own sentence is not drawn beside its lines", () => {
  const lines: HistoryText[] = [
    { tone: "summary", text: "Enabled: Email. Disabled: Phone." },
    { tone: "on", text: "+ Email" },
    { tone: "off", text: "− Telephone" },
  ];
  expect(inLines(lines)).toEqual([lines.slice(1)]);
});

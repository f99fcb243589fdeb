import { expect, it } from "vitest";
import type { ImportInspection } from "@/bindings/commands";
import { inOrder, matchesSomething, withColumns } from "./mapping";

const inspection = {
  mapping: { last_name: ["Last"] },
  fields: [
    { field: "first_name", label: "First name", required: false },
    { field: "last_name", label: "Surname", required: false },
  ],
} as unknown as ImportInspection;

it("leaves out a field without columns", () => {
  const mapping = withColumns({ email: ["Mail"] }, "email", []);
  expect(mapping).toEqual({});
  expect(matchesSomething(mapping)).toBe(false);
  expect(matchesSomething(withColumns({}, "email", ["Mail"]))).toBe(true);
});

it("puts the matched fields first", () => {
  expect(inOrder(inspection).map(({ field }) => field)).toEqual(["last_name", "first_name"]);
});

import { describe, expect, it } from "vitest";
import type { JobLineId, ResourceId } from "@/bindings/commands";
import {
  blankLine,
  isBlank,
  miles,
  rebased,
  sameCard,
  type TypedCard,
  type TypedLine,
  withTyped,
  written,
} from "./form";

const line = (id: string, more: Partial<TypedLine> = {}): TypedLine => ({
  ...blankLine(),
  key: id,
  id: id as JobLineId,
  description: `Line ${id}`,
  quantity: "1",
  price: "85.00",
  ...more,
});

const card = (more: Partial<TypedCard> = {}): TypedCard => ({
  technician: null,
  mileage: "",
  work: "Service",
  notes: "",
  due: null,
  lines: [line("1"), line("2")],
  ...more,
});

describe("a line that is typed", () => {
  it("begins with one hour at the labour rate, and keeps what was said", () => {
    const begun = withTyped(blankLine(), { description: "Brakes" }, "85.00");
    expect([begun.quantity, begun.price]).toEqual(["1", "85.00"]);
    const priced = withTyped({ ...begun, price: "60" }, { description: "Brakes, front" }, "85.00");
    expect(priced.price).toBe("60");
    const part = withTyped(blankLine("part"), { description: "Pads" }, "85.00");
    expect([part.quantity, part.price]).toEqual(["1", ""]);
  });

  it("gives the rate up with the kind, and what somebody typed not", () => {
    const begun = withTyped(blankLine(), { description: "Brakes" }, "85.00");
    expect(withTyped(begun, { kind: "other" }, "85.00").price).toBe("");
    expect(withTyped({ ...begun, price: "60" }, { kind: "other" }, "85.00").price).toBe("60");
    const other = withTyped(begun, { kind: "other" }, "85.00");
    expect(withTyped(other, { kind: "labour" }, "85.00").price).toBe("85.00");
  });

  it("is no part of the shelf any more once it is something else", () => {
    const part = line("1", { kind: "part", partId: "4" as never, partNumber: "0 986" });
    const labour = withTyped(part, { kind: "labour" }, "85.00");
    expect([labour.partId, labour.partNumber]).toEqual([null, ""]);
  });

  it("is not kept while nothing stands in it", () => {
    expect(isBlank({ ...blankLine("part"), description: "  " })).toBe(true);
    expect(written([blankLine(), line("1")])).toHaveLength(1);
    expect(sameCard(card(), card({ lines: [line("1"), line("2"), blankLine()] }))).toBe(true);
  });
});

describe("miles", () => {
  it("are read as people type them", () => {
    expect(miles("42,150")).toBe(42150);
    expect(miles(" 42 150 ")).toBe(42150);
    expect(miles("")).toBeUndefined();
    for (const wrong of ["many", "-5", "123456789"]) expect(miles(wrong)).toBeNull();
  });
});

describe("a card that somebody else saved meanwhile", () => {
  const opened = card();

  it("keeps what was changed here and takes everything else from them", () => {
    const mine = card({ work: "Service and MOT" });
    const theirs = card({ technician: "3" as ResourceId, lines: [line("1")] });
    const next = rebased(opened, mine, theirs);
    expect(next.card.work).toBe("Service and MOT");
    expect(next.card.technician).toBe("3");
    expect(next.card.lines).toBe(theirs.lines);
    expect(next.linesOfBoth).toBe(false);
  });

  it("says so where both changed the lines, and makes a removed one new", () => {
    const mine = card({ lines: [line("1"), line("2", { price: "90.00" })] });
    const theirs = card({ lines: [line("1"), line("3")] });
    const next = rebased(opened, mine, theirs);
    expect(next.linesOfBoth).toBe(true);
    expect(next.card.lines.map(({ id }) => id)).toEqual(["1", null]);
  });
});

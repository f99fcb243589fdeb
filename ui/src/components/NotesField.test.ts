import { describe, expect, it } from "vitest";
import { notesTooLong } from "./NotesField";

describe("a44: the length of notes", () => {
  it("counts an emoji as one character and takes 10,000 of them", () => {
    expect(notesTooLong("🚗".repeat(10_000))).toBeNull();
  });

  it("refuses 10,001 with the count", () => {
    expect(notesTooLong(`${"🚗".repeat(10_000)}.`)).toContain("10,001");
  });
});

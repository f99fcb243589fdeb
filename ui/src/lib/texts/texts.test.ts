import { describe, expect, it } from "vitest";
import { en } from "./en";
import { plural, text } from "./index";

describe("text", () => {
  it("gives the words for a key and fills in what is asked for", () => {
    expect(text("common.save")).toBe("Save");
    expect(text("common.ofTotal", { done: 3, total: 10 })).toBe("3 of 10");
  });

  it("leaves a place alone for which there is no value", () => {
    expect(text("common.ofTotal", { done: 3 })).toBe("3 of {total}");
  });

  it("chooses between one and many", () => {
    expect(plural(1, "common.save", "common.cancel")).toBe("Save");
    expect(plural(2, "common.save", "common.cancel")).toBe("Cancel");
  });
});

describe("the English catalogue", () => {
  const all = Object.entries(en).flatMap(([feature, texts]) =>
    Object.entries(texts as Record<string, string>).map(([key, words]) => ({
      key: `${feature}.${key}`,
      words,
    })),
  );

  it("has words for every key", () => {
    expect(all.filter(({ words }) => words.trim() === "")).toEqual([]);
  });

  it("writes typographic quotes and apostrophes", () => {
    expect(all.filter(({ words }) => /["']/.test(words)).map(({ key }) => key)).toEqual([]);
  });

  it("writes UK English", () => {
    const american = /\b(color|organiz|authoriz|recogniz|canceled|license plate)/i;
    expect(all.filter(({ words }) => american.test(words)).map(({ key }) => key)).toEqual([]);
  });
});

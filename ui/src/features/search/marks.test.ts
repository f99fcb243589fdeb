import { describe, expect, it } from "vitest";
import { markFound } from "./marks";

const marked = (shown: string, typed: string) =>
  markFound(shown, typed)
    .map(({ words, marked }) => (marked ? `[${words}]` : words))
    .join("");

describe("what matched is marked", () => {
  it.each([
    ["Siobhán O'Brien-Ng", "siobhan o", "[Siobhán O]'Brien-Ng"],
    ["Siobhán O'Brien-Ng", "ng siobhan", "[Siobhán] O'Brien-[Ng]"],
    ["Siobhán O'Brien-Ng", "OBRIEN", "Siobhán [O'Brien]-Ng"],
    ["Tom Reed", "om", "Tom Reed"],
    ["07700 900214", "900214", "07700 [900214]"],
    ["07700 900214", "07700 9002", "[07700 9002]14"],
    ["07700 900214", "+44 (0)7700 900 214", "[07700 900214]"],
    ["07700 900214", "447700900214", "0[7700 900214]"],
    ["+353 86 123 4567", "123 45", "+353 86 [123 45]67"],
    ["WR14 3AA", "wr143", "[WR14 3]AA"],
    ["EU56 JEC", "eu56-j", "[EU56 J]EC"],
    ["siobhan@example.org", "siobhan@ex", "[siobhan@ex]ample.org"],
    ["Łukasz Weiß", "wei", "Łukasz [Wei]ß"],
    ["Zoe\u0308 Ward", "zoe", "[Zoe\u0308] Ward"],
    ["Ledbury", "tom", "Ledbury"],
  ])("%s, searched for by %s: %s", (shown, typed, expected) => {
    expect(marked(shown, typed)).toBe(expected);
  });

  it("leaves every letter standing", () => {
    for (const typed of ["", " ", "o'b", "14", "…"]) {
      const words = markFound("Siobhán O'Brien-Ng 07700 900214", typed).map(({ words }) => words);
      expect(words.join("")).toBe("Siobhán O'Brien-Ng 07700 900214");
    }
  });
});

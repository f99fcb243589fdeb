import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { en } from "@/lib/texts/en";

const source = resolve(import.meta.dirname, "..");

interface File {
  path: string;
  words: string;
}

function files(ending: RegExp): File[] {
  return readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name))
    .map((path) => ({ path, words: readFileSync(join(source, path), "utf8") }));
}

// What only a test says or wears is dead all the same.
const code = files(/\.tsx?$/).filter(({ path }) => !/\.test\.tsx?$|^bindings\b/.test(path));

/**
 * The names that are said in code: as they stand, or made of parts. Where only the noun stands
 * written (`consent.${purpose}`), the rest has to stand somewhere as a word of its own.
 */
function saidIn(all: readonly File[]): (key: string) => boolean {
  const whole = new Set<string>();
  const patterns: RegExp[] = [];
  const words = new Set<string>();
  const open = new Set<string>();
  const spoken = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  for (const { words: code } of all) {
    for (const [, key = ""] of code.matchAll(/["'`](\w+\.\w+)["'`]/g)) whole.add(key);
    for (const [, word = ""] of code.matchAll(/"(\w+)"/g)) words.add(word);
    for (const [, made = ""] of code.matchAll(/`(\w+\.[^`\s]*\$\{[^`]*)`/g)) {
      const [noun] = /^\w+(?=\.\$\{[^}]*\}$)/.exec(made) ?? [];
      if (noun) open.add(noun);
      else
        patterns.push(
          new RegExp(
            `^${made
              .split(/\$\{[^}]*\}/)
              .map(spoken)
              .join("\\w+")}$`,
          ),
        );
    }
  }
  return (key) => {
    const [noun = "", name = ""] = key.split(".");
    const isOpen = open.has(noun) && words.has(name);
    return whole.has(key) || isOpen || patterns.some((pattern) => pattern.test(key));
  };
}

describe("texts", () => {
  const said = saidIn(code.filter(({ path }) => !path.startsWith(join("lib", "texts", "en"))));
  const keys = Object.entries(en).flatMap(([noun, texts]) =>
    Object.keys(texts).map((key) => `${noun}.${key}`),
  );

  it("are all said somewhere", () => {
    expect(keys.length).toBeGreaterThan(500);
    expect(keys.filter((key) => !said(key))).toEqual([]);
  });

  it("would be missed when nobody says them", () => {
    const made = "`x.$" + "{kind}Title`";
    const one = [{ path: "a.tsx", words: `text("x.yes"); text(${made})` }];
    const judge = saidIn(one);
    expect(["x.yes", "x.fullTitle", "x.no", "x.full"].map(judge)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

/** The classes a style sheet has, and those a file that imports it wears. */
function classesOf(words: string): string[] {
  const rules = words.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\{[^{}]*\}/g, "{}");
  return [...new Set([...rules.matchAll(/\.([a-zA-Z]\w*)/g)].map(([, name = ""]) => name))];
}

function worn(sheet: string, users: readonly File[]): { all: boolean; names: Set<string> } {
  const names = new Set<string>();
  let all = false;
  for (const { path, words } of users) {
    for (const [, as = "", from = ""] of words.matchAll(
      /import (\w+) from "([^"]+\.module\.css)"/g,
    )) {
      const file = from.startsWith("@/")
        ? from.slice(2)
        : relative(source, resolve(source, dirname(path), from));
      if (file !== sheet) continue;
      // classes[tone]: which ones, only the screen knows.
      if (new RegExp(`\\b${as}\\[`).test(words)) all = true;
      for (const [, name = ""] of words.matchAll(new RegExp(`(?<!["'\`/])\\b${as}\\.(\\w+)`, "g")))
        names.add(name);
    }
  }
  return { all, names };
}

describe("styles", () => {
  const sheets = files(/\.module\.css$/);

  it("are all worn somewhere", () => {
    const dead = sheets.flatMap(({ path, words }) => {
      const { all, names } = worn(path, code);
      if (all) return [];
      return classesOf(words)
        .filter((name) => !names.has(name))
        .map((name) => `${path} .${name}`);
    });
    expect(dead).toEqual([]);
  });

  it("all exist where they are worn", () => {
    const missing = sheets.flatMap(({ path, words }) => {
      const there = classesOf(words);
      return [...worn(path, code).names]
        .filter((name) => !there.includes(name))
        .map((name) => `${basename(path)} .${name}`);
    });
    expect(missing).toEqual([]);
  });

  it("would be missed when nobody wears them", () => {
    expect(classesOf("/* .old */ .a > .b:hover { margin: 0.5px } @media x { .c { } }")).toEqual([
      "a",
      "b",
      "c",
    ]);
    const user = { path: "lib/a.tsx", words: 'import s from "./x.module.css"; s.a' };
    expect([...worn(join("lib", "x.module.css"), [user]).names]).toEqual(["a"]);
  });
});

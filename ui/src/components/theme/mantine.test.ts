import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";

const source = resolve(import.meta.dirname, "../..");
const packages = resolve(source, "../node_modules/@mantine");
const core = join(packages, "core");

const read = (file: string) => readFileSync(file, "utf8");

function files(folder: string, ending: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => ending.test(name) && !/\.test\.|^testing\b/.test(name))
    .map((name) => join(folder, name));
}

/** What a file takes by name from `@mantine/core`, types left out. */
function taken(file: string): string[] {
  const imports = read(file).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g);
  return [...imports]
    .flatMap(([, names = ""]) => names.split(","))
    .map((name) => name.trim().replace(/ as .*/, ""))
    .filter((name) => name !== "" && !name.startsWith("type "));
}

/** Where Mantine keeps what it gives away under a name and is its own. */
const homes = new Map(
  [...read(join(core, "esm/index.mjs")).matchAll(/import \{([^}]*)\} from "(\.[^"]+)"/g)].flatMap(
    ([, names = "", file = ""]) =>
      names
        .split(",")
        .map((name) => [name.trim().replace(/.* as /, ""), join(core, "esm", file)] as const),
  ),
);

/** A file and everything it leads to. */
function reach(file: string, seen: Set<string>): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, next = ""] of read(file).matchAll(/(?:from|import) "(\.[^"]+)"/g)) {
    reach(resolve(dirname(file), next), seen);
  }
  return seen;
}

const listed = [
  ...read(join(import.meta.dirname, "mantine.css")).matchAll(/styles\/(\w[\w-]*)\.css/g),
].map(([, name = ""]) => name);

it("has a style sheet for every part of Mantine that the product draws", () => {
  const users = [
    ...files(source, /\.tsx?$/),
    ...files(join(packages, "notifications/esm"), /\.mjs$/),
  ];
  const seen = new Set<string>();
  for (const name of users.flatMap(taken)) {
    // What Mantine only hands on from another package has no style sheet.
    const home = homes.get(name);
    if (home) reach(home, seen);
  }
  const drawn = [...seen]
    .filter((file) => file.endsWith(".module.mjs"))
    .map((file) => basename(file, ".module.mjs"));
  expect(drawn).toEqual(expect.arrayContaining(["Button", "Modal", "Notification"]));
  expect(drawn.filter((name) => !listed.includes(name))).toEqual([]);
});

it("keeps them in Mantine's own order, so that the same rules win", () => {
  const whole = read(join(core, "styles.css"));
  const places = listed.slice(3).map((name) => {
    const first = /\.m_[0-9a-f]+/.exec(read(join(core, "styles", `${name}.css`)))?.[0] ?? name;
    return whole.indexOf(first);
  });
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { describe, expect, it } from "vitest";

const source = resolve(import.meta.dirname, "..");

// The law of the folders: an import goes only to a folder named here. Features know no other
// feature; app is the only place that puts them together.
const mayImport: Record<string, readonly string[]> = {
  bindings: ["bindings"],
  lib: ["bindings", "lib"],
  components: ["bindings", "lib", "components"],
  features: ["bindings", "lib", "components", "features"],
  app: ["bindings", "lib", "components", "features", "app"],
  testing: ["bindings", "lib", "components", "features", "app", "testing"],
};

interface Import {
  from: string;
  to: string;
  outside: boolean;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return files(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const words = readFileSync(file, "utf8");
  const named = [
    ...words.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g),
    ...words.matchAll(/vi\.mock\(\s*["']([^"']+)["']/g),
  ];
  return named.map(([, name = ""]) => {
    const from = relative(source, file);
    if (name.startsWith("@/")) return { from, to: name.slice(2), outside: false };
    if (name.startsWith("."))
      return { from, to: relative(source, resolve(dirname(file), name)), outside: false };
    return { from, to: name, outside: true };
  });
}

const isTest = (path: string) => /\.test\.tsx?$/.test(path);
const folderOf = (path: string) => path.split(sep)[0] ?? "";
const featureOf = (path: string) => path.split(sep)[1] ?? "";
const all = files(source).flatMap(importsOf);
const inside = all.filter(({ outside }) => !outside);

/** What the law says against an import, or null. */
function objection({ from, to }: Import): string | null {
  const [here, there] = [folderOf(from), folderOf(to)];
  // main.tsx stands above the folders; tests may use the test tools.
  if (from === "main.tsx" || (there === "testing" && isTest(from))) return null;
  if (!mayImport[here]?.includes(there)) return `${from} may not import ${to}`;
  if (here === "features" && there === "features" && featureOf(from) !== featureOf(to))
    return `${from} reaches sideways into ${to}`;
  return null;
}

describe("the law of the folders", () => {
  it("finds imports to judge", () => {
    expect(inside.length).toBeGreaterThan(100);
  });

  it("lets imports flow lib, components, features, app and never sideways", () => {
    expect(inside.map(objection).filter(Boolean)).toEqual([]);
  });

  it("would object to a component that knows a feature, and to one feature that knows another", () => {
    const judge = (from: string, to: string) => objection({ from, to, outside: false });
    expect(judge("components/Card.tsx", "features/contact/words")).not.toBeNull();
    expect(judge("features/history/Tab.tsx", "features/contact/words")).not.toBeNull();
    expect(judge("lib/api.ts", "components/Card")).not.toBeNull();
    expect(judge("features/history/Tab.tsx", "features/history/words")).toBeNull();
  });

  it("keeps the platform in one file", () => {
    const namers = all.filter(({ to }) => to.startsWith("@tauri-apps/")).map(({ from }) => from);
    expect([...new Set(namers)]).toEqual([join("lib", "tauri.ts")]);
  });
});

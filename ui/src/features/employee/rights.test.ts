import { expect, it } from "vitest";
import { PERMITS, type Right } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { SETTINGS, type Setting } from "@/bindings/settings";
import { shownRights } from "./rights";

it("shows exactly the rights that some command or setting asks for", () => {
  const asked = new Set<Right>();
  for (const { groups, input } of Object.values(PERMITS)) {
    for (const right of [...groups.flat(), ...input]) asked.add(right as Right);
  }
  for (const setting of Object.values(SETTINGS) as Setting[]) {
    if ("right" in setting) asked.add(setting.right as Right);
  }
  expect([...shownRights].sort()).toEqual([...asked].sort());
  expect(shownRights.length).toBeLessThan(Object.keys(RIGHTS).length);
});

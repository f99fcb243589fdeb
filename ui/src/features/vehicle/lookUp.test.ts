import { describe, expect, it } from "vitest";
import type { LookedUpView, PlateFacts } from "@/bindings/types";
import { draftOf, emptyForm } from "./draft";
import { alsoSaid, compare, taken } from "./lookUp";

const facts: PlateFacts = {
  make: "Ford",
  model: "Focus Zetec",
  colour: "Blue",
  fuel: "Petrol",
  year: 2006,
  first_registered: "2006-11",
  first_used: "2006-11-17",
  tax_status: "Taxed",
  tax_due: "2027-03-01",
  mot_status: "Valid",
  mot_due: "2027-11-30",
  mot_test_due: null,
  last_v5c: "2026-09-02",
  marked_for_export: true,
  mileage: { miles: 88_120, on: "2025-12-01" },
  recall: "yes",
};

const said = (more: Partial<PlateFacts> = {}): LookedUpView => ({
  registration: "EU56 JEC",
  facts: { ...facts, ...more },
  registers: [
    { register: "dvla", problem: null, words: null },
    { register: "dvsa", problem: "down", words: "the service of DVSA is out of order" },
  ],
  not_looked_up: null,
});

describe("what the registers say, held against a form (T-02)", () => {
  it("fills what is empty and touches nothing that was typed", () => {
    const form = { ...emptyForm("EU56 JEC"), make: "ford", model: "Focus", mot_due: "2026-11-30" };
    const compared = compare(form, said());
    expect(compared.fills.map(({ field }) => field)).toEqual([
      "colour",
      "fuel",
      "first_registered",
      "last_v5c",
      "recall",
    ]);
    expect(compared.differs).toEqual([
      { field: "model", label: "Model", stands: "Focus", found: "Focus Zetec" },
      { field: "mot_due", label: "MOT due", stands: "30/11/2026", found: "30/11/2027" },
    ]);
    const fills = compared.fills.map(({ field }) => field);
    const filled = taken(form, compared.facts, fills);
    expect(filled).toMatchObject({ make: "ford", model: "Focus", colour: "Blue", recall: "yes" });
    expect(taken(filled, compared.facts, ["model"]).model).toBe("Focus Zetec");
  });

  it("makes no day of a month", () => {
    const form = emptyForm();
    const fields = (more: Partial<PlateFacts>) => compare(form, said(more)).facts.first_registered;
    expect(fields({ first_used: null })).toBeUndefined();
    // An import was used elsewhere before it was registered here.
    expect(fields({ first_used: "2003-02-01" })).toBeUndefined();
    expect(fields({ first_registered: null })).toBe("2006-11-17");
  });

  it("says what no field holds, and who said nothing", () => {
    expect(alsoSaid(said())).toEqual([
      "Tax: Taxed, due 01/03/2027",
      "MOT: Valid",
      "88,120 miles at the MOT test of 01/12/2025",
      "Made in 2006",
      "First registered in 11/2006",
      "Marked for export",
      "The service of DVSA is out of order.",
    ]);
  });

  it("sends a reading only where one was typed", () => {
    expect(draftOf(emptyForm())).not.toHaveProperty("mileage");
    expect(draftOf({ ...emptyForm(), mileage: 0 }).mileage).toBe(0);
    expect(draftOf({ ...emptyForm(), mileage: "88120" }).mileage).toBe(88_120);
  });
});

import { describe, expect, it } from "vitest";
import { recordCrumbs } from "../pages/customers";
import { findPlaces } from "./findPlaces";

const labels = (typed: string) => findPlaces(typed).map(({ label }) => label);

describe("screens and settings by name", () => {
  it.each([
    ["re-cons", "Marketing Re-consent Needed"],
    ["gdpr era", "GDPR Erasure"],
    ["import", "Import"],
    ["employees", "Employees"],
    ["report audit", "Report Audit"],
    ["require consent", "Require Consent for Marketing"],
    ["idle timeout", "Lock after minutes without use"],
  ])("%s finds %s", (typed, label) => {
    expect(labels(typed)).toContain(label);
  });

  it.each(["tom", "900214", "wr14 3aa", "", "ann ward", "eu56"])(
    "%s is a customer, and brings none",
    (typed) => {
      expect(labels(typed)).toEqual([]);
    },
  );

  it("names nothing twice", () => {
    for (const typed of ["consent", "gdpr", "report audit", "portal", "recovery"]) {
      const said = findPlaces(typed).map(({ label, to }) => `${label} ${to}`);
      expect(said, typed).toEqual([...new Set(said)]);
    }
  });
});

describe("what stands above a record", () => {
  const said = (from: unknown) => recordCrumbs(from).map(({ label, to }) => `${label} ${to}`);

  it("leads back to the list it was opened from", () => {
    expect(said("/customers/marketing-re-consent-needed")).toEqual([
      "Customers /customers",
      "Marketing Re-consent Needed /customers/marketing-re-consent-needed",
    ]);
  });

  it("leads back to the list as it was searched", () => {
    expect(said("/customers?search=smith").at(-1)).toBe("All Contacts /customers?search=smith");
  });

  it("is All Contacts where nobody knows", () => {
    for (const from of [undefined, null, "/elsewhere", 7])
      expect(said(from)).toEqual(["Customers /customers", "All Contacts /customers"]);
  });
});

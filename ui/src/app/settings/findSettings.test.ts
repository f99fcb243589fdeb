import { describe, expect, it } from "vitest";
import { findSettings } from "./findSettings";

const labels = (term: string) => findSettings(term).map(({ label }) => label);

describe("settings search", () => {
  it.each([
    "require consent",
    "Settings > System > GDPR",
    "System > GDPR",
    "Settings > GDPR",
    "gdpr",
    "Settings > System > GDPR > Require Consent for Marketing",
    "Settings > GDPR > Require Consent for Marketing",
  ])("finds Require Consent for Marketing by %s", (term) => {
    expect(labels(term)).toContain("Require Consent for Marketing");
  });

  it("says both paths of it", () => {
    expect(findSettings("require consent")[0]).toMatchObject({
      path: "Settings > System > GDPR",
      also: "Settings > GDPR",
    });
  });

  it.each([
    "Settings > Service > Settings > Invoices > Show Customer Telephone No on Invoice",
    "Settings > Service > Settings > Invoices",
    "show customer telephone",
    "invoice phone",
  ])("d38: finds Show Customer Telephone No on Invoice by %s", (term) => {
    const found = findSettings(term).find(
      ({ label }) => label === "Show Customer Telephone No on Invoice",
    );
    expect(found).toMatchObject({
      path: "Settings > Service > Settings > Invoices",
      also: null,
      to: "/settings/service/invoices",
      place: "inv.service.show_tel",
    });
  });

  it("finds the access rights by their names", () => {
    expect(labels("can execute")).toEqual(["Can Execute GDPR Rights Requests"]);
  });

  it("puts hits in the name first", () => {
    expect(labels("portal")[0]).toBe("Consent Portal");
    expect(labels("report audit")[0]).toBe("Report Audit");
  });

  it("puts what is called so before what only begins so", () => {
    for (const term of ["re-consent", "re-consent per"])
      expect(labels(term)[0], term).toBe("GDPR Re-consent (months)");
  });

  it("finds re-consent by its name first, and nothing that only holds the letters", () => {
    const found = labels("re-consent");
    expect(found[0]).toMatch(/re-consent/i);
    expect(found).not.toContain("Require Consent for Marketing");
    expect(found.some((label) => label.includes("address"))).toBe(false);
  });

  it("finds nothing for nothing and for what there is not", () => {
    expect(findSettings("  ")).toEqual([]);
    expect(findSettings("carburettor")).toEqual([]);
  });
});

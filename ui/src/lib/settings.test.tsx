import { describe, expect, it } from "vitest";
import { leadingTo, placeOf, rangeOf, wantedPlace } from "./settings";

describe("settings", () => {
  it("lets a number go down to 0 where that means never", () => {
    expect(rangeOf("gdpr.reconsent_months")).toEqual({ min: 0, max: 120 });
    expect(rangeOf("portal.ttl_days")).toEqual({ min: 1, max: 365 });
    expect(rangeOf("gdpr.expiring_days")).toEqual({ min: 0, max: 180 });
  });

  it("leads to the place that is marked with the same key, and to none that is not there", () => {
    const section = document.createElement("div");
    const place = document.createElement("div");
    place.setAttribute("data-setting", placeOf("notice.text")["data-setting"]);
    section.append(place);
    expect(wantedPlace(leadingTo("notice.text"), section)).toBe(place);
    expect(wantedPlace(leadingTo("dealership"), section)).toBeNull();
    expect(wantedPlace(null, section)).toBeNull();
    expect(wantedPlace({ from: "elsewhere" }, section)).toBeNull();
  });
});

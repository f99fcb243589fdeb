import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";

import type { Right, WorkstationId } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { sessionWith, show } from "@/testing/render";
import { findSettings } from "./findSettings";
import { GdprPage } from "./GdprPage";

const values = {
  "gdpr.require_consent": true,
  "gdpr.profile": "forecourt",
  "gdpr.reconsent_months": 12,
  "gdpr.review_months": 6,
  "gdpr.expiring_days": 30,
  "gdpr.review_modules": ["service", "parts"],
  "gdpr.channels_shown": ["email", "post"],
  "gdpr.contact_lock": true,
  "notice.text": "Words of today.",
};

function draw(rights: Right[] = ["change_gdpr_option", "access_settings"]) {
  const send = answer({
    get_settings: () => ({
      values,
      portal_missing: [],
      periods: ["gdpr.reconsent_months", "gdpr.review_months"],
      dealership: sessionWith().dealership,
      time_zone: "Europe/London",
      workstation: { id: "1" as WorkstationId, name: "SVC-02", save_folder: null },
    }),
    list_setting_changes: () => ({ rows: [], next: null, total: null }),
    list_notices: () => [
      { version: 2, since_local: "01/12/2026 09:30", current: true, text: "Words of today." },
      { version: 1, since_local: "21/11/2026 10:00", current: false, text: "Older words." },
    ],
    change_gdpr_setting: () => ({}),
  });
  show(
    <MemoryRouter>
      <GdprPage />
    </MemoryRouter>,
    { rights },
  );
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("Settings > System > GDPR", () => {
  it("saves ticked modules in their order, after saying in words what changes", async () => {
    const { send, user } = draw();
    const modules = await screen.findByRole("group", { name: "Modules that ask for a review" });
    await user.click(within(modules).getByRole("checkbox", { name: "Sales Enquiries" }));
    await user.click(screen.getByRole("button", { name: "Save Review" }));
    const dialog = await screen.findByRole("dialog");
    expect(dialog).toHaveTextContent("Service, Parts → Service, Sales Enquiries, Parts");
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("change_gdpr_setting", {
        key: "gdpr.review_modules",
        value: ["service", "sales_enquiries", "parts"],
        reason: "",
      }),
    );
  });

  it("says that at least one channel has to be shown", async () => {
    const { user } = draw();
    const channels = await screen.findByRole("group", { name: "Channels shown" });
    await user.click(within(channels).getByRole("checkbox", { name: "Email" }));
    await user.click(within(channels).getByRole("checkbox", { name: "Letter" }));
    expect(within(channels).getByRole("alert")).toHaveTextContent("Show at least one channel.");
  });

  it("lists every version of the wording under its field", async () => {
    draw();
    const versions = await screen.findByRole("region", { name: "All versions" });
    const lines = await within(versions).findAllByText(/^Version/);
    expect(lines[0]).toHaveTextContent("Version 2, since 01/12/2026 09:30 shown now");
    expect(lines[1]).toHaveTextContent("Version 1, since 21/11/2026 10:00");
    expect(within(versions).getByText("Older words.")).toBeInTheDocument();
  });

  it("is disabled without the right, every control of it", async () => {
    draw(["access_settings"]);
    await screen.findByRole("group", { name: "Channels shown" });
    for (const box of screen.getAllByRole("checkbox")) expect(box).toBeDisabled();
    for (const show of screen.getAllByRole("button", { name: /^Show changes of/ }))
      expect(show).toBeDisabled();
  });

  it.each([
    ["forced review modules", "Modules that ask for a review"],
    ["about to expire", "About to expire (days before)"],
    ["navigator-exact", "“No Marketing” stops mailshots only"],
    ["no follow-up", "Carry over from the old system"],
    ["bulk reset", "Reset preferences"],
    ["dragon", "Consent profile"],
  ])("is found by %s", (term, label) => {
    expect(findSettings(term).map((found) => found.label)).toContain(label);
  });

  it("marks the place of every setting that search leads to", async () => {
    draw();
    await screen.findByRole("group", { name: "Channels shown" });
    const here = findSettings("gdpr").filter((found) => found.to === "/settings/system/gdpr");
    const missing = here.filter(
      ({ place }) => !document.querySelector(`[data-setting="${CSS.escape(place ?? "")}"]`),
    );
    expect(here.length).toBeGreaterThan(10);
    expect(missing.map(({ label }) => label)).toEqual([]);
  });
});

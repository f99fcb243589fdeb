import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { SettingsView, WorkstationId } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { sessionWith, show } from "@/testing/render";
import { RequireConsentCard } from "./RequireConsentCard";

const settings: SettingsView = {
  values: { "gdpr.require_consent": true },
  portal_missing: [],
  periods: ["gdpr.reconsent_months", "gdpr.review_months"],
  dealership: sessionWith().dealership,
  time_zone: "Europe/London",
  workstation: { id: "1" as WorkstationId, name: "SVC-02", save_folder: null },
};
const log = {
  rows: [
    {
      local: "21/11/2026 10:31",
      by: "Anna Whitfield",
      workstation: "SVC-02",
      setting: "gdpr.require_consent",
      what: "Require Consent for Marketing",
      old: false,
      new: true,
      before: "off",
      after: "on",
      reason: "Agreed",
    },
    {
      local: "20/11/2026 09:00",
      by: "Anna Whitfield",
      workstation: "SVC-02",
      setting: "gdpr.review_months",
      what: "Preference review (months)",
      old: 6,
      new: 12,
      before: "6",
      after: "12",
      reason: "",
    },
  ],
  next: null,
  total: null,
};
const box = () => screen.getByRole("checkbox", { name: "Require Consent for Marketing" });

describe("Require Consent for Marketing", () => {
  it("asks for the reason and sends it with the change", async () => {
    const user = userEvent.setup();
    const send = answer({
      list_setting_changes: () => log,
      change_gdpr_setting: () => ({}),
    });
    show(<RequireConsentCard settings={settings} />, { rights: ["change_gdpr_option"] });
    await user.click(box());
    await user.type(screen.getByLabelText("Reason"), " Head office decided ");
    await user.click(screen.getByRole("button", { name: "Turn off" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("change_gdpr_setting", {
        key: "gdpr.require_consent",
        value: false,
        reason: "Head office decided",
      }),
    );
  });

  it("changes nothing when the question is closed, and keeps showing what is saved", async () => {
    const user = userEvent.setup();
    const send = answer({ list_setting_changes: () => log });
    show(<RequireConsentCard settings={settings} />, { rights: ["change_gdpr_option"] });
    await user.click(box());
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(box()).toBeChecked();
    expect(send.mock.calls.map(([name]) => name)).not.toContain("change_gdpr_setting");
  });

  it("shows a refusal in the dialog, with the box as it was", async () => {
    const user = userEvent.setup();
    answer({
      list_setting_changes: () => log,
      change_gdpr_setting: () => refuse("disk_full", "The disk is full."),
    });
    show(<RequireConsentCard settings={settings} />, { rights: ["change_gdpr_option"] });
    await user.click(box());
    await user.click(screen.getByRole("button", { name: "Turn off" }));
    expect(await screen.findByText("The disk is full.")).toBeInTheDocument();
    expect(
      screen.getByRole("checkbox", { name: "Require Consent for Marketing", hidden: true }),
    ).toBeChecked();
  });

  it("is there but disabled without the right, and says which right it needs", () => {
    answer({ list_setting_changes: () => log });
    show(<RequireConsentCard settings={settings} />);
    expect(box()).toBeDisabled();
    expect(box()).toHaveAccessibleDescription(/Can Change the GDPR Option/);
  });

  it("lists its own changes with user, time, workstation and reason, and no other setting’s", async () => {
    answer({ list_setting_changes: () => log });
    show(<RequireConsentCard settings={settings} />, { rights: ["change_gdpr_option"] });
    const line = await screen.findByText("21/11/2026 10:31");
    expect(line.closest("li")).toHaveTextContent("Turned on");
    expect(line.closest("li")).toHaveTextContent("Anna Whitfield, SVC-02");
    expect(screen.queryByText("20/11/2026 09:00")).not.toBeInTheDocument();
  });
});

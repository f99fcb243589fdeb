import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Profile, ProfileChanges, SettingsView, WorkstationId } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { sessionWith, show } from "@/testing/render";
import { ProfileCard } from "./ProfileCard";

const settings: SettingsView = {
  values: { "gdpr.profile": "forecourt" },
  portal_missing: [],
  periods: ["gdpr.reconsent_months", "gdpr.review_months"],
  dealership: sessionWith().dealership,
  time_zone: "Europe/London",
  workstation: { id: "1" as WorkstationId, name: "SVC-02", save_folder: null },
};

const changes = (profile: Profile, needed = false): ProfileChanges => ({
  profile,
  label: profile,
  steps: [
    { setting: "gdpr.profile", label: "Consent profile", old: "Forecourt", new: "Navigator-like" },
    { setting: "gdpr.notes_required", label: "A note is required", old: "on", new: "off" },
  ],
  reason_needed: needed,
});

const open = (name: string) => screen.getByRole("button", { name: `Show changes of ${name}` });
const apply = () => screen.getByRole("button", { name: "Apply" });

describe("Consent profile", () => {
  it("shows what a profile changes before it does, then applies it with the reason", async () => {
    const user = userEvent.setup();
    const send = answer({
      preview_profile: ({ profile }) => changes(profile),
      apply_profile: ({ profile }) => changes(profile),
    });
    show(<ProfileCard settings={settings} />, { rights: ["change_gdpr_option"] });
    await user.click(open("Navigator-like"));
    const dialog = await screen.findByRole("dialog", { name: "Change to Navigator-like?" });
    expect(await within(dialog).findByText("A note is required: on → off")).toBeInTheDocument();
    expect(send.mock.calls.map(([name]) => name)).toEqual(["preview_profile"]);
    await user.type(screen.getByLabelText("Reason"), " As before ");
    await user.click(apply());
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("apply_profile", {
        profile: "navigator",
        reason: "As before",
      }),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("wants a reason where a period becomes never", async () => {
    const user = userEvent.setup();
    answer({ preview_profile: ({ profile }) => changes(profile, true) });
    show(<ProfileCard settings={settings} />, { rights: ["change_gdpr_option"] });
    await user.click(open("Vtiger-like"));
    await screen.findByText("A note is required: on → off");
    expect(apply()).toBeDisabled();
    await user.type(screen.getByLabelText(/Reason/), "head office");
    expect(apply()).toBeEnabled();
  });

  it("marks the profile in use, and has nothing to apply where everything stands so", async () => {
    const user = userEvent.setup();
    answer({ preview_profile: ({ profile }) => ({ ...changes(profile), steps: [] }) });
    show(<ProfileCard settings={settings} />, { rights: ["change_gdpr_option"] });
    expect(screen.getByText("In use").closest("li")).toHaveTextContent(/^Forecourt/);
    await user.click(open("Forecourt"));
    expect(await screen.findByText(/Everything stands so already/)).toBeInTheDocument();
    expect(apply()).toBeDisabled();
  });

  it("shows a refusal in the dialog, and is disabled without the right", async () => {
    const user = userEvent.setup();
    answer({
      preview_profile: ({ profile }) => changes(profile),
      apply_profile: () => refuse("disk_full", "The disk is full."),
    });
    const { unmount } = show(<ProfileCard settings={settings} />, {
      rights: ["change_gdpr_option"],
    });
    await user.click(open("Dragon-like"));
    await screen.findByText("A note is required: on → off");
    await user.click(apply());
    expect(await screen.findByText("The disk is full.")).toBeInTheDocument();
    unmount();
    show(<ProfileCard settings={settings} />);
    expect(open("Dragon-like")).toBeDisabled();
    expect(open("Dragon-like")).toHaveAccessibleDescription(/Can Change the GDPR Option/);
  });
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import type { ResetReport, Right } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ResetPreferences } from "./ResetPreferences";

const counted: ResetReport = {
  dry_run: true,
  contacts: 1204,
  cells: 8400,
  explicit_cells: 0,
  kept_contacts: 3,
  kept_cells: 7,
};
const BOTH: Right[] = ["change_gdpr_option", "bulk_preference_reset"];

function draw(rights: Right[]) {
  show(
    <MemoryRouter>
      <ResetPreferences />
    </MemoryRouter>,
    { rights },
  );
  return userEvent.setup({ delay: null });
}

/** As the dispatcher: case does not count. */
const check_typed_name = ({ name, typed }: { name: string; typed: string }) => ({
  fits: name.toLowerCase() === typed.toLowerCase(),
});

const button = (name: string) => screen.getByRole("button", { name });

describe("Reset preferences", () => {
  it("counts first, wants the dealership's name typed, and says what was done", async () => {
    const send = answer({
      reset_preferences: ({ dry_run }) => ({ ...counted, dry_run }),
      follow_job: () => refuse("not_found"),
      check_typed_name,
    });
    const user = draw(BOTH);
    expect(screen.queryByRole("button", { name: "Reset preferences…" })).not.toBeInTheDocument();
    await user.click(button("Count what would go"));
    expect(
      await screen.findByText("1,204 customers would lose 8,400 permissions"),
    ).toBeInTheDocument();
    expect(screen.getByText(/3 customers keep 7 permissions/)).toBeInTheDocument();
    await user.click(button("Reset preferences…"));
    expect(button("Reset preferences")).toBeDisabled();
    await user.type(screen.getByLabelText(/Type Malvern Hills Motors/), "malvern hills motors");
    await waitFor(() => expect(button("Reset preferences")).toBeEnabled());
    await user.click(button("Reset preferences"));
    expect(await screen.findByText("1,204 customers were reset")).toBeInTheDocument();
    const runs = send.mock.calls.filter(([name]) => name === "reset_preferences");
    expect(runs.map(([, input]) => input)).toMatchObject([
      { dry_run: true, confirm: "", include_explicit: false },
      { dry_run: false, confirm: "malvern hills motors", include_explicit: false },
    ]);
  });

  it("forgets the count when recorded consent is included", async () => {
    answer({
      reset_preferences: () => counted,
      follow_job: () => refuse("not_found"),
      check_typed_name,
    });
    const user = draw(BOTH);
    await user.click(button("Count what would go"));
    await screen.findByText(/would lose/);
    await user.click(screen.getByRole("checkbox", { name: "Take back recorded consent too" }));
    expect(screen.queryByText(/would lose/)).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Reset preferences…" })).not.toBeInTheDocument();
  });

  it("lets somebody count without the second right, and names it", async () => {
    answer({
      reset_preferences: () => counted,
      follow_job: () => refuse("not_found"),
      check_typed_name,
    });
    const user = draw(["change_gdpr_option"]);
    await user.click(button("Count what would go"));
    await screen.findByText(/would lose/);
    expect(button("Reset preferences…")).toBeDisabled();
    expect(button("Reset preferences…")).toHaveAccessibleDescription(
      /Can Run Bulk Preference Reset/,
    );
  });

  it("keeps the refusal in the dialog", async () => {
    answer({
      reset_preferences: ({ dry_run }) =>
        dry_run ? counted : refuse("disk_full", "The disk is full."),
      follow_job: () => refuse("not_found"),
      check_typed_name,
    });
    const user = draw(BOTH);
    await user.click(button("Count what would go"));
    await user.click(await screen.findByRole("button", { name: "Reset preferences…" }));
    await user.type(screen.getByLabelText(/Type Malvern/), "Malvern Hills Motors");
    await waitFor(() => expect(button("Reset preferences")).toBeEnabled());
    await user.click(button("Reset preferences"));
    await waitFor(() => expect(screen.getAllByText("The disk is full.")).toHaveLength(1));
    expect(screen.getByRole("dialog", { name: "Reset preferences?" })).toBeInTheDocument();
  });
});

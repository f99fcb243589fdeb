import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { StartupView } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConfirmRecovery } from "./ConfirmRecovery";

const startup: StartupView = {
  phase: "confirm_recovery",
  failure: null,
  dealership_name: "Malvern Hills Motors",
  workstation_name: "SVC-02",
  employees: [],
  idle_minutes: 3,
  locked_employee_id: null,
  demo_hint: null,
  appearance: "auto",
  version: "0.1.0",
  view_only: false,
  asked_groups: [3, 7],
};

it("lets the founder print the sheet again and type it back after the window was left", async () => {
  const user = userEvent.setup();
  const ready = { ...startup, phase: "signed_out" as const, asked_groups: null };
  const send = answer({
    print_emergency_sheet: () => ({
      file: "Sheet.pdf",
      folder: null,
      opened: true,
      cancelled: false,
    }),
    confirm_recovery_key: () => ready,
  });
  const begin = vi.fn();
  show(<ConfirmRecovery startup={startup} signIn={<p>Sign in</p>} onStartup={begin} />);
  await user.click(screen.getByRole("button", { name: "Print emergency sheet" }));
  expect(await screen.findByText(/opened for printing/)).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: "Group 3" }), "ovrt");
  await user.type(screen.getByRole("textbox", { name: "Group 7" }), "j3sb{Enter}");
  await waitFor(() => expect(begin).toHaveBeenCalled());
  expect(send).toHaveBeenCalledWith("confirm_recovery_key", { first: "0VRT", second: "J3SB" });
});

it("says what becomes of the key when somebody signs in instead", async () => {
  const user = userEvent.setup();
  show(
    <ConfirmRecovery
      startup={startup}
      signIn={<p>Here to sign in</p>}
      onStartup={() => undefined}
    />,
  );
  expect(document.body.textContent).toContain("until somebody signs in or the program ends");
  expect(document.body.textContent).not.toMatch(/nowhere|never kept/);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
  expect(screen.getByText("Here to sign in")).toBeInTheDocument();
});

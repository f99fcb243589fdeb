import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { StartupView } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { sessionWith, show } from "@/testing/render";
import { ChoosePassword } from "./ChoosePassword";

const { employee } = sessionWith();
const startup: StartupView = {
  phase: "choose_password",
  failure: null,
  dealership_name: "Malvern Hills Motors",
  workstation_name: "SVC-02",
  employees: [employee],
  idle_minutes: 3,
  locked_employee_id: employee.id,
  demo_hint: null,
  appearance: "auto",
  version: "0.1.0",
  view_only: false,
  asked_groups: null,
};

function draw() {
  const ways = { onDone: vi.fn(), onLock: vi.fn(), onLeave: vi.fn() };
  const send = answer({
    change_own_password: ({ new: chosen }) =>
      chosen === "weak" ? refuse("invalid", "No.", { new: "Too easy to guess." }) : {},
    check_password: () => ({ strength: "weak", enough: false, words: "Easy to guess" }),
    touch: () => ({}),
  });
  show(<ChoosePassword startup={startup} {...ways} />);
  return { send, ...ways, user: userEvent.setup({ delay: null }) };
}

const given = () => screen.getByLabelText("Password you were given");
const chosen = () => screen.getByLabelText("New password");
const again = () => screen.getByLabelText("New password again");

describe("A password that somebody else set", () => {
  it("is changed by keyboard, and then work begins", async () => {
    const { send, user, onDone } = draw();
    expect(given()).toHaveFocus();
    await user.type(given(), "two copper kettles");
    await user.type(chosen(), "eleven paper boats");
    await user.type(again(), "eleven paper boats{Enter}");
    await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledWith("change_own_password", {
      current: "two copper kettles",
      new: "eleven paper boats",
    });
  });

  it("keeps what was typed when it is refused", async () => {
    const { user, onDone } = draw();
    await user.type(given(), "two copper kettles");
    await user.type(chosen(), "weak");
    await user.type(again(), "weaker{Enter}");
    expect(await screen.findByText("The two are not the same.")).toBeInTheDocument();
    await user.clear(again());
    await user.type(again(), "weak{Enter}");
    expect(await screen.findByText("Too easy to guess.")).toBeInTheDocument();
    expect(given()).toHaveValue("two copper kettles");
    expect(chosen()).toHaveValue("weak");
    // Ready to be typed anew, without reaching for the mouse.
    expect(chosen()).toHaveFocus();
    expect(onDone).not.toHaveBeenCalled();
  });

  it("signs out again by Esc", async () => {
    const { user, onLeave } = draw();
    await user.keyboard("{Escape}");
    expect(onLeave).toHaveBeenCalledOnce();
  });
});

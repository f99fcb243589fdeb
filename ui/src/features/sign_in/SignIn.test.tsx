import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { EmployeeId, EmployeeTile, StartupView } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { sessionWith, show } from "@/testing/render";
import { Lock } from "./Lock";
import { SignIn } from "./SignIn";

const names = ["Maria Keane", "Dave Pratt", "Zoë Martin"];
const tile = (name: string, index: number): EmployeeTile => ({
  id: String(index + 1) as EmployeeId,
  login: name.split(" ")[0]?.toLowerCase() ?? "",
  name,
  initials: "XX",
  colour: "#33475f",
});

function startup(employees: EmployeeTile[], more: Partial<StartupView> = {}): StartupView {
  return {
    phase: "signed_out",
    failure: null,
    dealership_name: "Malvern Hills Motors",
    workstation_name: "SVC-02",
    employees,
    idle_minutes: 3,
    locked_employee_id: null,
    demo_hint: null,
    appearance: "auto",
    version: "0.1.0",
    view_only: false,
    asked_groups: null,
    ...more,
  };
}

afterEach(() => vi.useRealTimers());

describe("SignIn", () => {
  it("signs in by tile and password", async () => {
    const user = userEvent.setup();
    const send = answer({ sign_in: () => sessionWith() });
    const enter = vi.fn();
    show(<SignIn startup={startup(names.map(tile))} onSession={enter} />);
    await user.click(screen.getByRole("button", { name: "Dave Pratt" }));
    expect(screen.getByLabelText("Password")).toHaveFocus();
    await user.keyboard("secret words{Enter}");
    await waitFor(() => expect(enter).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledExactlyOnceWith("sign_in", {
      employee_id: "2",
      login: null,
      password: "secret words",
    });
  });

  it("signs in by login name", async () => {
    const user = userEvent.setup();
    const send = answer({ sign_in: () => sessionWith() });
    show(<SignIn startup={startup(names.map(tile))} onSession={async () => undefined} />);
    await user.click(screen.getByRole("button", { name: "Sign in with a login name" }));
    await user.type(screen.getByLabelText("Login name"), " anna ");
    await user.type(screen.getByLabelText("Password"), "secret words");
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(send).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith("sign_in", {
      employee_id: null,
      login: "anna",
      password: "secret words",
    });
  });

  it("asks nothing of the dispatcher without a password", async () => {
    const user = userEvent.setup();
    const send = answer({});
    show(<SignIn startup={startup([tile("Maria Keane", 0)])} onSession={async () => undefined} />);
    await user.click(screen.getByRole("button", { name: "Sign in" }));
    expect(send).not.toHaveBeenCalled();
  });

  it("counts the wait after a wrong password down, then lets try again", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
    answer({ sign_in: () => refuse("wrong_password", "No.", { wait_seconds: "30" }) });
    show(<SignIn startup={startup([tile("Maria Keane", 0)])} onSession={async () => undefined} />);
    await user.type(screen.getByLabelText("Password"), "wrong{Enter}");
    expect(await screen.findByText("Wait 30 s before the next try.")).toBeInTheDocument();
    expect(screen.getByText("That is not the password.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Sign in" })).toBeDisabled();
    expect(screen.getByLabelText("Password")).toHaveValue("");
    await act(() => vi.advanceTimersByTimeAsync(20_000));
    expect(screen.getByText(/^Wait (9|10) s before/)).toBeInTheDocument();
    await act(() => vi.advanceTimersByTimeAsync(11_000));
    expect(screen.getByRole("button", { name: "Sign in" })).toBeEnabled();
    expect(screen.getByLabelText("Password")).toBeEnabled();
  });

  it("says to whoever typed a login what Rust says, and counts nothing down", async () => {
    const user = userEvent.setup();
    const words = "The login name or the password is wrong. After five wrong passwords wait.";
    answer({ sign_in: () => refuse("wrong_password", words) });
    show(<SignIn startup={startup([])} onSession={async () => undefined} />);
    await user.type(screen.getByLabelText("Login name"), "anna");
    await user.type(screen.getByLabelText("Password"), "wrong{Enter}");
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.queryByText(/^Wait /)).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Sign in" })).toBeEnabled();
  });

  it("offers to find a name among many, without its accents", async () => {
    const user = userEvent.setup();
    const crowd = [...names, ...Array.from({ length: 10 }, (_, index) => `Extra Person${index}`)];
    show(<SignIn startup={startup(crowd.map(tile))} onSession={async () => undefined} />);
    await user.type(screen.getByLabelText("Find an employee"), "zoe");
    expect(screen.getByRole("button", { name: "Zoë Martin" })).toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Maria Keane" })).not.toBeInTheDocument();
  });

  it("does not ask to search among few", () => {
    show(<SignIn startup={startup(names.map(tile))} onSession={async () => undefined} />);
    expect(screen.queryByLabelText("Find an employee")).not.toBeInTheDocument();
  });
});

describe("Lock", () => {
  const locked = startup(names.map(tile), {
    phase: "locked",
    locked_employee_id: "1" as EmployeeId,
  });

  it("lets its employee go on", async () => {
    const user = userEvent.setup();
    const send = answer({ unlock: () => sessionWith() });
    const enter = vi.fn();
    show(<Lock startup={locked} onSession={enter} />);
    expect(screen.getByRole("heading", { name: "Maria Keane" })).toBeInTheDocument();
    await user.type(screen.getByLabelText("Password"), "secret words{Enter}");
    await waitFor(() => expect(enter).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledWith("unlock", { password: "secret words" });
  });

  it("lets another employee sign in", async () => {
    const user = userEvent.setup();
    show(<Lock startup={locked} onSession={async () => undefined} />);
    await user.click(screen.getByRole("button", { name: "Switch employee" }));
    expect(screen.getByRole("button", { name: "Dave Pratt" })).toBeInTheDocument();
  });
});

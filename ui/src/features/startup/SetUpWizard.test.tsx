import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import type { StartupView } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { SetUpWizard } from "./SetUpWizard";

const fresh: StartupView = {
  phase: "set_up",
  failure: null,
  dealership_name: null,
  workstation_name: "counter-pc",
  employees: [],
  idle_minutes: 3,
  locked_employee_id: null,
  demo_hint: null,
  appearance: "auto",
  version: "0.1.0",
  view_only: false,
  asked_groups: null,
};
const enough = { strength: "strong", enough: true, words: "Strong" } as const;
const ready: StartupView = { ...fresh, phase: "signed_out" };
const issued = {
  recovery_key: "7KQ2-M8DX-0VRT-4PHN-ZC61-9WGE-J3SB-5YAF",
  asked_groups: [3, 7] as [number, number],
  in_keychain: true,
  until_typed_back: "Until this key is typed back, no contact can be added.",
};

const press = (user: ReturnType<typeof userEvent.setup>, name: string) =>
  user.click(screen.getByRole("button", { name }));
const field = (name: string) => screen.getByRole("textbox", { name });

/** Puts words into a field at once; key by key would draw the whole wizard for each letter. */
async function fill(user: ReturnType<typeof userEvent.setup>, into: HTMLElement, words: string) {
  await user.clear(into);
  await user.click(into);
  await user.paste(words);
}

async function fillTo(user: ReturnType<typeof userEvent.setup>) {
  await press(user, "Begin");
  await fill(user, field("Dealership name"), "Malvern Hills Motors");
  await press(user, "Continue");
  await fill(user, field("Name"), "Siobhán Keane");
  await user.click(field("Login name"));
  expect(field("Login name")).toHaveValue("siobhan");
  await fill(user, screen.getByLabelText(/^Password \*$/), "correct horse battery");
  await fill(user, screen.getByLabelText(/^Password again/), "correct horse battery");
  await press(user, "Continue");
  expect(field("Workstation name")).toHaveValue("counter-pc");
  await fill(user, field("Workstation name"), "SVC-02");
}

it("founds the dealership and asks two groups of the recovery key back, out of its sight", async () => {
  const user = userEvent.setup();
  const send = answer({
    check_password: () => enough,
    set_up_dealership: () => issued,
    print_emergency_sheet: () => ({
      file: "Emergency sheet.pdf",
      folder: null,
      opened: true,
      cancelled: false,
    }),
    confirm_recovery_key: ({ first }) =>
      first === "0VRT"
        ? ready
        : refuse("invalid", "No match.", { first: "Group 3 does not match." }),
  });
  const begin = vi.fn();
  show(<SetUpWizard startup={fresh} onStartup={begin} />);
  await fillTo(user);
  await press(user, "Create the database");
  await screen.findByRole("heading", { name: "Your recovery key" });
  // The password may have been weighed meanwhile, which depends on how fast this types.
  expect(send.mock.calls.find(([name]) => name === "set_up_dealership")).toEqual([
    "set_up_dealership",
    expect.objectContaining({
      time_zone: "Europe/London",
      manager: { name: "Siobhán Keane", login: "siobhan", password: "correct horse battery" },
      workstation_name: "SVC-02",
    }),
  ]);
  expect(screen.getAllByRole("listitem").some((item) => item.textContent === "30VRT")).toBe(true);
  await press(user, "Print emergency sheet");
  expect(await screen.findByText(/opened for printing/)).toBeInTheDocument();

  await press(user, "I have it on paper");
  expect(document.body.textContent).not.toContain("0VRT");
  await fill(user, field("Group 3"), "m8dx");
  await fill(user, field("Group 7"), "j3sb");
  await press(user, "Finish");
  expect(await screen.findByText("Group 3 does not match.")).toBeInTheDocument();
  expect(begin).not.toHaveBeenCalled();
  await fill(user, field("Group 3"), "ovrt");
  await press(user, "Finish");
  await waitFor(() => expect(begin).toHaveBeenCalled());
  expect(begin.mock.calls[0]?.[0]).toEqual(ready);
});

it("does not go on without a name, a login and the same password twice", async () => {
  const user = userEvent.setup();
  const send = answer({ check_password: () => enough });
  show(<SetUpWizard startup={fresh} onStartup={() => undefined} />);
  await press(user, "Begin");
  await press(user, "Continue");
  expect(screen.getByText("The dealership needs a name.")).toBeInTheDocument();
  await fill(user, field("Dealership name"), "M");
  await press(user, "Continue");
  await fill(user, screen.getByLabelText(/^Password \*$/), "one two three");
  await press(user, "Continue");
  expect(screen.getByText("Type the manager’s name.")).toBeInTheDocument();
  expect(screen.getByText("The two are not the same.")).toBeInTheDocument();
  expect(send.mock.calls.some(([name]) => name !== "check_password")).toBe(false);
});

it("leads back to the field the dispatcher refuses", async () => {
  const user = userEvent.setup();
  answer({
    check_password: () => enough,
    set_up_dealership: () => refuse("invalid", "Check it.", { password: "Easy to guess." }),
  });
  show(<SetUpWizard startup={fresh} onStartup={() => undefined} />);
  await fillTo(user);
  await press(user, "Create the database");
  expect(await screen.findByText("Easy to guess.")).toBeInTheDocument();
  expect(screen.getByRole("heading", { name: "The first manager" })).toBeInTheDocument();
});

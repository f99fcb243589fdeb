import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { ContactId, ContactLine, EmployeeId, StartupView } from "@/bindings/commands";
import { call, type Reply } from "@/lib/api";
import { queryClient } from "@/lib/query";
import { noteOpened, recentOf } from "@/lib/recent";
import { answer, refuse } from "@/testing/platform";
import { sessionWith } from "@/testing/render";
import { Startup } from "./Startup";

// The question of the very start is asked while the files are read, before a test can answer it.
vi.mock("./firstAnswer", () => ({
  startupAnswer: () => call("show_startup", {}),
  earlyAnswer: () => null,
}));

const customer: ContactLine = {
  id: "42" as ContactId,
  reference: "C0004217",
  name: "Siobhán O’Brien-Ng",
  filed_as: "Siobhán O’Brien-Ng",
  died: null,
  company: "",
  town: "Great Malvern",
  postcode: "WR14 3AA",
  phone: "07700 900214",
  email: "siobhan@example.org",
  registration: "EU56 JEC",
  marks: [{ channel: "post", letter: "L", mark: "yes", only: null, words: "Letter: allowed" }],
  consent: "Letter only",
  changed_local: "21/11/2026 10:42",
};
const { employee } = sessionWith();
const other = { ...employee, id: "2" as EmployeeId, name: "Dave Pratt", login: "dave" };

/** A dispatcher that remembers who is at the counter. */
function dispatcher(phase: StartupView["phase"]) {
  const now = {
    phase,
    who: employee,
    isPasswordDue: false,
    wasDrawn: false,
    rows: () => Promise.resolve([customer]),
  };
  const view = (): StartupView => ({
    phase: now.phase,
    failure: null,
    dealership_name: "Malvern Hills Motors",
    workstation_name: "SVC-02",
    employees: [employee, other],
    idle_minutes: 3,
    locked_employee_id:
      now.phase === "locked" || now.phase === "choose_password" ? now.who.id : null,
    demo_hint: null,
    appearance: "auto",
    version: "0.1.0",
    view_only: false,
    asked_groups: null,
  });
  const session = () => ({ ...sessionWith(), employee: now.who });
  const send = answer({
    show_startup: view,
    show_session: session,
    lock: () => {
      now.phase = "locked";
      return {};
    },
    unlock: () => {
      now.phase = "signed_in";
      return session();
    },
    sign_in: ({ employee_id }) => {
      now.phase = now.isPasswordDue ? "choose_password" : "signed_in";
      now.who = employee_id === other.id ? other : employee;
      return now.isPasswordDue ? refuse("password_due") : session();
    },
    change_own_password: () => {
      now.phase = "signed_in";
      return {};
    },
    sign_out: () => {
      now.phase = "signed_out";
      return {};
    },
    check_password: () => ({ strength: "strong", enough: true, words: "Strong" }),
    list_contacts: () => {
      now.wasDrawn ||= document.querySelector("#main") !== null;
      const page = now.rows().then((rows) => ({ rows, next: null, total: 1 }));
      return page as unknown as Reply<"list_contacts">;
    },
    touch: () => ({}),
    check_phone: () => ({ national: null, e164: null, extension: null, warning: null }),
    similar_contacts: () => [],
    get_draft: () => ({ draft: null }),
    keep_draft: () => ({}),
    drop_draft: () => ({}),
    get_settings: () =>
      now.phase === "locked" ? refuse("locked") : refuse("not_ready", "The database is busy."),
  });
  return { now, send };
}

function start() {
  return render(
    <MantineProvider env="test">
      <QueryClientProvider client={queryClient}>
        <Startup />
      </QueryClientProvider>
    </MantineProvider>,
  );
}

const patient = { timeout: 15_000 };
const nothingIsLeft = () => {
  const left = `${document.documentElement.outerHTML} ${document.title}`;
  expect(left).not.toContain("O’Brien");
  expect(left).not.toContain("07700");
};

beforeEach(() => {
  queryClient.clear();
  window.location.hash = "";
});

describe("Startup", { timeout: 40_000 }, () => {
  it("opens the contact list for whoever is signed in, and leaves nothing of it when it locks", async () => {
    const user = userEvent.setup();
    dispatcher("signed_in");
    start();
    expect(await screen.findByText(customer.name, undefined, patient)).toBeInTheDocument();
    await user.keyboard("{Control>}l{/Control}");
    expect(await screen.findByRole("button", { name: "Unlock" })).toBeInTheDocument();
    nothingIsLeft();

    await user.type(screen.getByLabelText("Password"), "secret words{Enter}");
    expect(await screen.findByText(customer.name, undefined, patient)).toBeInTheDocument();
  });

  it("has the first rows on their way before the screen around them is drawn, and asks once", async () => {
    const user = userEvent.setup({ delay: null });
    const { now, send } = dispatcher("signed_out");
    start();
    await user.click(await screen.findByRole("button", { name: employee.name }));
    await user.type(screen.getByLabelText("Password"), "secret words{Enter}");
    expect(await screen.findByText(customer.name, undefined, patient)).toBeInTheDocument();
    expect(now.wasDrawn).toBe(false);
    expect(send.mock.calls.filter(([name]) => name === "list_contacts")).toHaveLength(1);
  });

  it("does not wait for rows that do not come", async () => {
    const { now } = dispatcher("signed_in");
    now.rows = () => new Promise(() => undefined);
    start();
    expect(
      await screen.findByRole("heading", { level: 1, name: "All Contacts" }, patient),
    ).toBeInTheDocument();
  });

  it("draws no product whose session ended before its first rows were there", async () => {
    const { now } = dispatcher("signed_in");
    const drawn = vi.fn();
    now.rows = async () => {
      now.phase = "locked";
      return refuse("locked");
    };
    const watch = new MutationObserver(() => document.querySelector("#main") && drawn());
    watch.observe(document.body, { childList: true, subtree: true });
    start();
    expect(await screen.findByRole("button", { name: "Unlock" }, patient)).toBeInTheDocument();
    await act(() => new Promise((resolve) => setTimeout(resolve, 200)));
    watch.disconnect();
    expect(drawn).not.toHaveBeenCalled();
    expect(screen.getByRole("button", { name: "Unlock" })).toBeInTheDocument();
  });

  it("is behind the lock as it was: what is typed is there again, for the same employee only", async () => {
    const user = userEvent.setup({ delay: null });
    dispatcher("signed_in");
    start();
    await screen.findByText(customer.name, undefined, patient);
    await act(async () => {
      window.location.hash = "#/customers/contacts/new";
    });
    await user.type(await screen.findByLabelText("Surname", undefined, patient), "O’Brien");
    await user.keyboard("{Control>}l{/Control}");
    const password = await screen.findByLabelText("Password");
    nothingIsLeft();
    expect(screen.queryByLabelText("Surname")).not.toBeInTheDocument();
    // No key reaches what is behind the lock.
    await user.keyboard("{Control>}k{/Control}");
    await user.type(password, "secret words{Enter}");
    const surname = await screen.findByLabelText("Surname", undefined, patient);
    expect(surname).toHaveValue("O’Brien");
    await waitFor(() => expect(surname).toHaveFocus());

    await user.keyboard("{Control>}l{/Control}");
    await user.click(await screen.findByRole("button", { name: "Switch employee" }));
    await user.click(screen.getByRole("button", { name: "Dave Pratt" }));
    await user.type(screen.getByLabelText("Password"), "secret words{Enter}");
    await screen.findByText(customer.name, undefined, patient);
    await act(async () => {
      window.location.hash = "#/customers/contacts/new";
    });
    expect(await screen.findByLabelText("Surname", undefined, patient)).toHaveValue("");
  });

  it("keeps what was typed last before it locks", async () => {
    const user = userEvent.setup({ delay: null });
    const { send } = dispatcher("signed_in");
    start();
    await screen.findByText(customer.name, undefined, patient);
    await act(async () => {
      window.location.hash = "#/customers/contacts/new";
    });
    await user.type(await screen.findByLabelText("Surname", undefined, patient), "O’Brien");
    await user.keyboard("{Control>}l{/Control}");
    await screen.findByLabelText("Password");
    const names = send.mock.calls.map(([name]) => name);
    expect(names.indexOf("keep_draft")).toBeGreaterThan(-1);
    expect(names.indexOf("keep_draft")).toBeLessThan(names.indexOf("lock"));
  });

  it("asks before another screen takes the place of something typed", async () => {
    const user = userEvent.setup({ delay: null });
    dispatcher("signed_in");
    start();
    await screen.findByText(customer.name, undefined, patient);
    await act(async () => {
      window.location.hash = "#/customers/contacts/new";
    });
    await user.type(await screen.findByLabelText("Surname", undefined, patient), "O’Brien");
    await user.click(screen.getByRole("link", { name: "Reports" }));
    const question = { name: "Keep what you typed?" };
    expect(await screen.findByRole("dialog", question)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Keep editing" }));
    expect(screen.getByLabelText("Surname")).toHaveValue("O’Brien");
    await user.click(screen.getByRole("link", { name: "Reports" }));
    await user.click(await screen.findByRole("button", { name: "Discard" }));
    await waitFor(() => expect(screen.queryByLabelText("Surname")).not.toBeInTheDocument());
  });

  it("goes to the lock screen when the dispatcher says that it is locked", async () => {
    const { now } = dispatcher("signed_in");
    start();
    await screen.findByText(customer.name, undefined, patient);
    now.phase = "locked";
    await call("get_settings", {}).catch(() => undefined);
    expect(await screen.findByRole("button", { name: "Unlock" })).toBeInTheDocument();
    nothingIsLeft();
  });

  it("stays where it is when the database is only busy", async () => {
    const { send } = dispatcher("signed_in");
    start();
    await screen.findByText(customer.name, undefined, patient);
    await call("get_settings", {}).catch(() => undefined);
    await waitFor(() => expect(send.mock.calls.at(-1)?.[0]).toBe("show_startup"));
    expect(screen.getByText(customer.name)).toBeInTheDocument();
  });

  it("begins at the first screen for another employee, and where the lock fell for the same", async () => {
    const user = userEvent.setup();
    const { now } = dispatcher("locked");
    start();
    await user.type(await screen.findByLabelText("Password"), "secret words{Enter}");
    await screen.findByText(customer.name, undefined, patient);
    window.location.hash = "#/nowhere";
    noteOpened(employee.id, customer.id);
    await screen.findByRole("heading", { level: 1, name: "There is no such screen" });
    await user.keyboard("{Control>}l{/Control}");
    await user.type(await screen.findByLabelText("Password"), "secret words{Enter}");
    await screen.findByRole("heading", { level: 1, name: "There is no such screen" }, patient);
    expect(recentOf(employee.id), "a lock does not end the session").toEqual([customer.id]);

    await user.keyboard("{Control>}l{/Control}");
    await user.click(await screen.findByRole("button", { name: "Switch employee" }));
    await user.click(screen.getByRole("button", { name: "Dave Pratt" }));
    await user.type(screen.getByLabelText("Password"), "secret words{Enter}");
    await screen.findByText(customer.name, undefined, patient);
    expect(now.who.name).toBe("Dave Pratt");
    expect([...recentOf(employee.id), ...recentOf(other.id)]).toEqual([]);
  });

  it("has a password that somebody else set changed before anything else is shown", async () => {
    const user = userEvent.setup({ delay: null });
    const { now } = dispatcher("signed_out");
    now.isPasswordDue = true;
    start();
    const signIn = async () => {
      await user.click(await screen.findByRole("button", { name: "Dave Pratt" }));
      await user.type(screen.getByLabelText("Password"), "two copper kettles{Enter}");
      await screen.findByRole("heading", { name: "Choose your own password" });
    };
    await signIn();
    await user.keyboard("{Escape}");
    await signIn();
    await user.type(screen.getByLabelText("Password you were given"), "two copper kettles");
    await user.type(screen.getByLabelText("New password"), "eleven paper boats");
    await user.type(screen.getByLabelText("New password again"), "eleven paper boats{Enter}");
    expect(await screen.findByText(customer.name, undefined, patient)).toBeInTheDocument();
  });
});

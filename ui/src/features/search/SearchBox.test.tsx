import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type {
  ContactId,
  ContactLine,
  ContactMatches,
  EmployeeId,
  FoundReceipt,
} from "@/bindings/commands";
import { isNamed, type Offer, useCommands } from "@/lib/commands";
import { forgetRecent, noteOpened } from "@/lib/recent";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { SearchBox } from "./SearchBox";

function line(id: string, name: string): ContactLine {
  return {
    id: id as ContactId,
    reference: `C000000${id}`,
    name,
    filed_as: name,
    died: null,
    company: "",
    town: "Ledbury",
    postcode: "HR8 1BT",
    phone: "07700 900214",
    email: "",
    registration: "",
    marks: [],
    consent: "Not asked",
    changed_local: "",
  };
}

const known = [line("1", "Tom Reed"), line("2", "Ann Ward")];
const termOf = ([, input]: [string, unknown]) => (input as { term: string }).term;
const names = () => screen.getAllByRole("option").map((option) => option.querySelector("b, span"));
const words = () => names().map((option) => option?.textContent);

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="where">{pathname + search}</output>;
}

const receipt = {
  number: "R-7K2M-Q9XD-4F",
  contact_id: "4" as ContactId,
  name: "Priya Shah",
  at_local: "21/11/2026 10:42",
  by: "Maria Keane",
} as FoundReceipt;

const places = (typed: string) =>
  isNamed(typed, "Re-consent period")
    ? [
        {
          label: "Re-consent period",
          path: "Settings > System > GDPR",
          to: "/settings/system/gdpr",
        },
      ]
    : [];

function Here({ offers }: { offers: Offer[] }) {
  useCommands(offers);
  return null;
}

function open(
  find: (term: string) => ContactMatches | Promise<ContactMatches>,
  findReceipt: (number: string) => FoundReceipt = () => refuse("invalid"),
  offers: Offer[] = [],
  at = "/",
) {
  const sent = answer({
    search_contacts: ({ term }) => find(term) as ContactMatches,
    find_receipt: ({ number }) => findReceipt(number),
    contact_lines: ({ ids }) => known.filter(({ id }) => ids.includes(id)),
    list_contacts: () => ({ rows: [], next: null, total: 1_312 }),
  });
  const router = createMemoryRouter(
    [
      {
        path: "*",
        element: (
          <>
            <SearchBox findPlaces={places} />
            <Here offers={offers} />
            <Where />
          </>
        ),
      },
    ],
    { initialEntries: [at] },
  );
  show(<RouterProvider router={router} />);
  return {
    sent,
    user: userEvent.setup({ delay: null }),
    asked: () => sent.mock.calls.filter(([name]) => name === "search_contacts").map(termOf),
    field: screen.getByRole("combobox", { name: "Search contacts" }),
  };
}

const none: ContactMatches = { rows: [], by: [], more: false };

describe("search from anywhere", () => {
  it("comes with Ctrl+K, shows town and phone, and Enter opens the first", async () => {
    const { user, field } = open(() => ({
      rows: [line("1", "Tom Reed"), line("2", "Tom Hill")],
      by: [null, null],
      more: false,
    }));
    await user.keyboard("{Control>}k{/Control}");
    expect(field).toHaveFocus();
    await user.keyboard("tom");
    const first = await screen.findByRole("option", { name: /Tom Reed/ });
    expect(first).toHaveTextContent("Ledbury HR8 1BT");
    expect(first).toHaveTextContent("07700 900214");
    await user.keyboard("{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/1");
    expect(field).toHaveValue("");
  });

  it("walks with the arrows, past the contacts to creating one", async () => {
    const { user, field } = open(() => ({
      rows: [line("1", "Tom Reed")],
      by: [null],
      more: false,
    }));
    await user.type(field, "tom");
    await screen.findByRole("option", { name: /Tom Reed/ });
    await user.keyboard("{ArrowDown}{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/new?for=tom");
  });

  it("drops the answer for an earlier term that comes late", async () => {
    let late: (matches: ContactMatches) => void = () => undefined;
    const { user, field, asked } = open((term) =>
      term === "to"
        ? new Promise((resolve) => {
            late = resolve;
          })
        : { rows: [line("2", "Tom Hill")], by: [null], more: false },
    );
    await user.type(field, "to");
    // Long enough for the first term to be asked.
    await new Promise((resolve) => setTimeout(resolve, 120));
    await user.type(field, "m");
    // What takes too long is overtaken.
    await waitFor(() => expect(asked().at(-1)).toBe("tom"));
    await screen.findByRole("option", { name: /Tom Hill/ });
    late({ rows: [line("1", "Toby Early")], by: [null], more: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByRole("option", { name: /Toby Early/ })).not.toBeInTheDocument();
    expect(screen.getByRole("option", { name: /Tom Hill/ })).toBeInTheDocument();
  });

  it("waits with Enter for the answer to what is typed", async () => {
    const { user, field } = open(() => ({
      rows: [line("7", "Tom Reed")],
      by: [null],
      more: false,
    }));
    await user.type(field, "tom{Enter}");
    await waitFor(() =>
      expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/7"),
    );
  });

  it("offers to create whom it does not find", async () => {
    const { user, field } = open(() => none);
    await user.type(field, "Zebedee Quux");
    expect(await screen.findByText("No contact found for “Zebedee Quux”")).toBeInTheDocument();
    await user.click(screen.getByRole("option", { name: "Create contact" }));
    expect(screen.getByLabelText("where")).toHaveTextContent(
      "/customers/contacts/new?for=Zebedee%20Quux",
    );
  });

  it("m04: finds a consent receipt by its number, however it is typed", async () => {
    const { user, field } = open(
      () => none,
      (number) => (number === "r 7k2m q9xd 4f" ? receipt : refuse("invalid")),
    );
    await user.type(field, "r 7k2m q9xd 4f");
    const option = await screen.findByRole("option", { name: /Consent receipt R-7K2M-Q9XD-4F/ });
    expect(option).toHaveTextContent("Priya Shah, given 21/11/2026 10:42 by Maria Keane");
    expect(option).toHaveAttribute("aria-selected", "true");
    expect(screen.queryByText(/No contact found/)).not.toBeInTheDocument();
    await user.keyboard("{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent(
      "/customers/find-receipt?number=R-7K2M-Q9XD-4F",
    );
  });

  it("takes a mistyped receipt number to Find Receipt, not to a new contact of that name", async () => {
    const { user, field } = open(() => none);
    await user.type(field, "R-7K2M-Q9XD-4G{Enter}");
    await waitFor(() =>
      expect(screen.getByLabelText("where")).toHaveTextContent(
        "/customers/find-receipt?number=R-7K2M-Q9XD-4G",
      ),
    );
  });

  it("still finds people whose name has eleven letters and begins with R", async () => {
    const { user, field } = open(() => ({
      rows: [line("3", "Rosenberger")],
      by: [null],
      more: false,
    }));
    await user.type(field, "Rosenberger");
    await screen.findByRole("option", { name: /Rosenberger.*Ledbury/ });
    expect(screen.queryByRole("option", { name: /receipt/ })).not.toBeInTheDocument();
    await user.keyboard("{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/3");
  });
});

/** An answer that comes when the test says so. */
function pending() {
  const waiting = new Map<string, (matches: ContactMatches) => void>();
  const find = (term: string) =>
    new Promise<ContactMatches>((resolve) => waiting.set(term, resolve));
  const come = (term: string, ...rows: ContactLine[]) =>
    act(async () => waiting.get(term)?.({ rows, by: rows.map(() => null), more: false }));
  return { find, come };
}

describe("search does not wait, and never goes back", () => {
  it("asks for the first key at once, and for the latest when that is answered", async () => {
    const { find, come } = pending();
    const { asked, field } = open(find);
    fireEvent.change(field, { target: { value: "t" } });
    expect(asked(), "no pause before the first").toEqual(["t"]);
    fireEvent.change(field, { target: { value: "to" } });
    fireEvent.change(field, { target: { value: "tom" } });
    expect(asked(), "one on its way at a time").toEqual(["t"]);
    await come("t", line("1", "Tim Early"));
    expect(await screen.findByRole("option", { name: /Tim Early/ })).toBeInTheDocument();
    await waitFor(() => expect(asked(), "the latest, not all between").toEqual(["t", "tom"]));
    await come("tom", line("2", "Tom Hill"));
    expect(await screen.findByRole("option", { name: /Tom Hill/ })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: /Tim Early/ })).not.toBeInTheDocument();
  });

  it("asks once for what is overtaken, and no third time before one of the two is answered", async () => {
    const { find, come } = pending();
    const { asked, field } = open(find);
    fireEvent.change(field, { target: { value: "t" } });
    fireEvent.change(field, { target: { value: "to" } });
    await waitFor(() => expect(asked(), "overtaken").toEqual(["t", "to"]));
    fireEvent.change(field, { target: { value: "tom" } });
    fireEvent.change(field, { target: { value: "tomm" } });
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(asked(), "two on their way").toEqual(["t", "to"]);
    await come("t", line("1", "Tim Early"));
    await waitFor(() => expect(asked(), "the latest").toEqual(["t", "to", "tomm"]));
    await come("to", line("1", "Toby Early"));
    await come("tomm", line("2", "Tommy Hill"));
    expect(await screen.findByRole("option", { name: /Tommy Hill/ })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: /Early/ })).not.toBeInTheDocument();
  });

  it("asks no more than is answered, however quickly somebody types, and loses no letter", async () => {
    let running = 0;
    let most = 0;
    const { asked, field } = open(async (term) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 25));
      running -= 1;
      return { rows: [line("1", term)], by: [null], more: false };
    });
    const name = "wolverhampton";
    for (let length = 1; length <= name.length; length += 1) {
      fireEvent.change(field, { target: { value: name.slice(0, length) } });
      await act(() => new Promise((resolve) => setTimeout(resolve, 8)));
    }
    await screen.findByRole("option", { name: new RegExp(`^${name} `) });
    expect(field).toHaveValue(name);
    expect(most, "one at a time").toBe(1);
    expect([asked().at(0), asked().at(-1)]).toEqual(["w", name]);
    expect(asked().length).toBeLessThan(name.length);
  });

  it("keeps the list where it is until the answer to the next letter is there", async () => {
    const { find, come } = pending();
    const { field } = open(find);
    fireEvent.change(field, { target: { value: "to" } });
    await come("to", line("1", "Toby Early"), line("2", "Tom Hill"));
    const list = await screen.findByRole("listbox");
    const tom = screen.getByRole("option", { name: /Tom Hill/ });
    fireEvent.change(field, { target: { value: "tom" } });
    expect(screen.getByRole("option", { name: /Toby Early/ })).toBeInTheDocument();
    await come("tom", line("2", "Tom Hill"));
    await waitFor(() => expect(screen.queryByRole("option", { name: /Toby/ })).toBeNull());
    expect(screen.getByRole("listbox"), "the same list").toBe(list);
    expect(screen.getByRole("option", { name: /Tom Hill/ }), "the same line").toBe(tom);
  });

  it("lets Enter wait for the answer to what is typed, whatever is shown until then", async () => {
    const { find, come } = pending();
    const { field } = open(find);
    fireEvent.change(field, { target: { value: "to" } });
    await come("to", line("1", "Toby Early"));
    await screen.findByRole("option", { name: /Toby Early/ });
    fireEvent.change(field, { target: { value: "tom" } });
    fireEvent.keyDown(field, { key: "Enter" });
    expect(screen.getByLabelText("where"), "nobody yet").toHaveTextContent(/^\/$/);
    await come("tom", line("2", "Tom Hill"));
    await waitFor(() =>
      expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/2"),
    );
  });

  it("counts all there are once nobody types on, not with each letter", async () => {
    const { field, sent } = open(() => ({ rows: [line("1", "Tom")], by: [null], more: true }));
    const counted = () =>
      sent.mock.calls.filter(([name]) => name === "list_contacts").map(([, input]) => input);
    for (const value of ["t", "to", "tom"]) fireEvent.change(field, { target: { value } });
    await screen.findByRole("option", { name: "Show all 1,312 in the list" });
    expect(counted()).toEqual([expect.objectContaining({ search: "tom" })]);
  });

  it("shows nothing of another word while a new one is asked", async () => {
    const { find, come } = pending();
    const { field } = open(find);
    fireEvent.change(field, { target: { value: "tom" } });
    await come("tom", line("2", "Tom Hill"));
    await screen.findByRole("option", { name: /Tom Hill/ });
    fireEvent.change(field, { target: { value: "ann" } });
    expect(screen.queryByRole("option", { name: /Tom Hill/ })).not.toBeInTheDocument();
    await come("ann", line("1", "Ann Ward"));
    expect(await screen.findByRole("option", { name: /Ann Ward/ })).toBeInTheDocument();
  });

  it("takes no Enter or arrow that an input method composes with", async () => {
    const { user, field } = open(() => ({ rows: [line("1", "Tom")], by: [null], more: false }));
    await user.type(field, "tom");
    await screen.findByRole("option", { name: /Tom/ });
    fireEvent.keyDown(field, { key: "Enter", isComposing: true });
    fireEvent.keyDown(field, { key: "Enter", keyCode: 229 });
    expect(screen.getByLabelText("where")).toHaveTextContent("/");
    expect(field).toHaveValue("tom");
  });
});

describe("what was found says why", () => {
  const found: ContactMatches = {
    rows: [line("1", "Tom Reed"), line("2", "Ann Ward")],
    by: [null, { field: "phone", text: "01632 900214" }],
    more: true,
  };

  it("marks what matched, and names the thing that the line does not show", async () => {
    const { user, field } = open(() => found);
    await user.type(field, "900214");
    const [first, second] = await screen.findAllByRole("option");
    expect(first?.querySelector("mark")).toHaveTextContent("900214");
    expect(second).toHaveTextContent("Telephone 01632 900214");
    expect(second?.querySelector("mark")).toHaveTextContent("900214");
  });

  it("is said to screen readers", async () => {
    const { user, field } = open((term) => (term === "900214" ? found : none));
    await user.type(field, "900214");
    const status = document.querySelector('[role="status"]');
    await waitFor(() => expect(status).toHaveTextContent("2 customers or more found"));
    await user.type(field, "x");
    await waitFor(() => expect(status).toHaveTextContent("No customer found"));
  });

  it("shows all of them in the list, by how many there are", async () => {
    const { user, field } = open(() => found);
    await user.type(field, "tom & co");
    await user.click(await screen.findByRole("option", { name: "Show all 1,312 in the list" }));
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers?search=tom%20%26%20co");
  });
});

describe("the empty search", () => {
  beforeEach(forgetRecent);
  const maria = "1" as EmployeeId;

  it("shows whom one had open, latest first, but not the record one looks at", async () => {
    for (const id of ["2", "9", "1"]) noteOpened(maria, id as ContactId);
    const { user } = open(() => none, undefined, [], "/customers/contacts/1");
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByRole("option", { name: /Ann Ward/ });
    expect(words(), "9 is erased").toEqual(["Ann Ward"]);
    await user.keyboard("{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/2");
  });

  it("shows nobody whom somebody else had open", async () => {
    noteOpened("7" as EmployeeId, "2" as ContactId);
    const { user, field } = open(() => none);
    await user.keyboard("{Control>}f{/Control}");
    expect(field).toHaveFocus();
    expect(screen.queryByRole("option")).not.toBeInTheDocument();
    noteOpened(maria, "1" as ContactId);
    forgetRecent();
    await user.click(field);
    expect(screen.queryByRole("option")).not.toBeInTheDocument();
  });

  it("shows what can be done on the record, with its keys", async () => {
    const { user } = open(() => none, undefined, [
      { id: "consent.edit", run: vi.fn() },
      { id: "lock", run: vi.fn() },
    ]);
    await user.keyboard("{Control>}k{/Control}");
    expect(await screen.findByRole("option", { name: "Edit consent E" })).toBeInTheDocument();
    expect(screen.queryByRole("option", { name: /Lock/ })).not.toBeInTheDocument();
  });
});

describe("the search also runs commands and opens screens and settings", () => {
  const printForm = vi.fn();
  const offers: Offer[] = [
    { id: "record.print", run: printForm },
    { id: "record.erase", missing: "Needs: Can Execute GDPR Rights Requests", run: printForm },
  ];
  beforeEach(() => {
    printForm.mockReset();
  });

  it("after the customers, who come first whatever a command is called", async () => {
    const found = { rows: [line("1", "Print Smith")], by: [null], more: false };
    const { user, field } = open(() => found, undefined, offers);
    await user.type(field, "pri");
    await screen.findByRole("option", { name: /Print Smith/ });
    expect(words()).toEqual(["Print Smith", "Print form", "Create contact “pri”"]);
    await user.keyboard("{ArrowDown}{Enter}");
    expect(printForm).toHaveBeenCalledTimes(1);
    expect(field).toHaveValue("");
  });

  it("by Enter alone where no customer is called so, in any usual word for it", async () => {
    const { user, field } = open(() => none, undefined, offers);
    await user.type(field, "paper{Enter}");
    await waitFor(() => expect(printForm).toHaveBeenCalledTimes(1));
  });

  it("opens a setting", async () => {
    const { user, field } = open(() => none);
    await user.type(field, "re-consent per{Enter}");
    await waitFor(() =>
      expect(screen.getByLabelText("where")).toHaveTextContent("/settings/system/gdpr"),
    );
  });

  it("shows what one may not, with the reason, and does not do it", async () => {
    const { user, field } = open(() => none, undefined, offers);
    await user.type(field, "erase");
    const option = await screen.findByRole("option", { name: /Erase personal data/ });
    expect(option).toHaveAttribute("aria-disabled", "true");
    expect(option).toHaveTextContent("Needs: Can Execute GDPR Rights Requests");
    await user.click(option);
    await user.keyboard("{Enter}");
    expect(printForm).not.toHaveBeenCalled();
    expect(field).toHaveValue("erase");
  });
});

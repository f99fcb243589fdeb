import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { describe, expect, it } from "vitest";
import type { ContactId, ContactLine, ContactMatches, FoundReceipt } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { SearchBox } from "./SearchBox";

function line(id: string, name: string): ContactLine {
  return {
    id: id as ContactId,
    reference: `C000000${id}`,
    name,
    filed_as: name,
    company: "",
    town: "Ledbury",
    postcode: "HR8 1BT",
    phone: "07700 900214",
    email: "",
    registration: "",
    shade: "not_asked",
    light: "grey",
    light_text: "Not asked",
    changed_local: "",
  };
}

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

function open(
  find: (term: string) => ContactMatches | Promise<ContactMatches>,
  findReceipt: (number: string) => FoundReceipt = () => refuse("invalid"),
) {
  answer({
    search_contacts: ({ term }) => find(term) as ContactMatches,
    find_receipt: ({ number }) => findReceipt(number),
  });
  const router = createMemoryRouter([
    {
      path: "*",
      element: (
        <>
          <SearchBox />
          <Where />
        </>
      ),
    },
  ]);
  show(<RouterProvider router={router} />);
  return {
    user: userEvent.setup({ delay: null }),
    field: screen.getByRole("combobox", { name: "Search contacts" }),
  };
}

const none: ContactMatches = { rows: [], more: false };

describe("search from anywhere", () => {
  it("comes with Ctrl+K, shows town and phone, and Enter opens the first", async () => {
    const { user, field } = open(() => ({
      rows: [line("1", "Tom Reed"), line("2", "Tom Hill")],
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
    const { user, field } = open(() => ({ rows: [line("1", "Tom Reed")], more: false }));
    await user.type(field, "tom");
    await screen.findByRole("option", { name: /Tom Reed/ });
    await user.keyboard("{ArrowDown}{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/new?for=tom");
  });

  it("drops the answer for an earlier term that comes late", async () => {
    let late: (matches: ContactMatches) => void = () => undefined;
    const { user, field } = open((term) =>
      term === "to"
        ? new Promise((resolve) => {
            late = resolve;
          })
        : { rows: [line("2", "Tom Hill")], more: false },
    );
    await user.type(field, "to");
    // Long enough for the first term to be asked.
    await new Promise((resolve) => setTimeout(resolve, 120));
    await user.type(field, "m");
    await screen.findByRole("option", { name: /Tom Hill/ });
    late({ rows: [line("1", "Toby Early")], more: false });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.queryByRole("option", { name: /Toby Early/ })).not.toBeInTheDocument();
    expect(screen.getByRole("option", { name: /Tom Hill/ })).toBeInTheDocument();
  });

  it("waits with Enter for the answer to what is typed", async () => {
    const { user, field } = open(() => ({ rows: [line("7", "Tom Reed")], more: false }));
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
    const { user, field } = open(() => ({ rows: [line("3", "Rosenberger")], more: false }));
    await user.type(field, "Rosenberger");
    await screen.findByRole("option", { name: /Rosenberger.*Ledbury/ });
    expect(screen.queryByRole("option", { name: /receipt/ })).not.toBeInTheDocument();
    await user.keyboard("{Enter}");
    expect(screen.getByLabelText("where")).toHaveTextContent("/customers/contacts/3");
  });
});

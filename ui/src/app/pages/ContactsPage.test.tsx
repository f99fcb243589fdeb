import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { describe, expect, it } from "vitest";
import type { ContactId, ContactLine, ListContacts } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ContactsPage } from "./ContactsPage";

const smith: ContactLine = {
  id: "4" as ContactId,
  reference: "C0000004",
  name: "Ann Smith",
  filed_as: "Smith, Ann",
  died: null,
  company: "",
  town: "",
  postcode: "",
  phone: "",
  email: "",
  registration: "",
  marks: [],
  consent: "Not asked",
  changed_local: "",
};

function Where() {
  const { pathname, search, state } = useLocation();
  return <output aria-label="where">{`${pathname}${search} ${state?.from ?? ""}`}</output>;
}

function open(at: string, found: ContactLine[] = [smith]) {
  const send = answer({
    list_contacts: () => ({ rows: found, next: null, total: found.length }),
    print_contacts: () => ({ file: null, folder: null, cancelled: true }) as never,
  });
  const router = createMemoryRouter(
    [
      {
        path: "/customers",
        element: (
          <>
            <ContactsPage />
            <Where />
          </>
        ),
      },
      { path: "*", element: <Where /> },
    ],
    { initialEntries: [at] },
  );
  show(<RouterProvider router={router} />, { rights: ["export_reports"] });
  const asked = () =>
    send.mock.calls
      .filter(([name]) => name === "list_contacts")
      .map(([, input]) => (input as ListContacts).search);
  return { send, asked, user: userEvent.setup({ delay: null }) };
}

describe("All Contacts, as it was searched", () => {
  it("shows whom a search found, says so, and sorts, prints and opens them as found", async () => {
    const { send, asked, user } = open("/customers?search=smith");
    await screen.findByText("Smith, Ann");
    expect(new Set(asked())).toEqual(new Set(["smith"]));
    await user.click(screen.getByRole("button", { name: "Reference" }));
    expect(screen.getByLabelText("where")).toHaveTextContent("?sort=reference&search=smith");
    expect(asked().at(-1)).toBe("smith");
    await user.click(screen.getByRole("button", { name: /Print/ }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("print_contacts", {
        sort: "reference",
        descending: false,
        search: "smith",
      }),
    );
    await user.click(await screen.findByText("Ann Smith"));
    expect(screen.getByLabelText("where")).toHaveTextContent(
      "/customers/contacts/4 /customers?sort=reference&search=smith",
    );
  });

  it("shows everybody again", async () => {
    const { asked, user } = open("/customers?search=smith");
    const chip = await screen.findByRole("button", { name: /Found by: smith/ });
    await user.click(chip);
    await waitFor(() => expect(asked().at(-1)).toBeUndefined());
    expect(screen.queryByRole("button", { name: /Found by/ })).not.toBeInTheDocument();
  });

  it("does not call a dealership empty where a search finds nobody", async () => {
    open("/customers?search=zebedee", []);
    expect(await screen.findByRole("button", { name: /Found by: zebedee/ })).toBeInTheDocument();
    expect(screen.getByText("None match")).toBeInTheDocument();
    expect(screen.queryByText(/Create the first/)).not.toBeInTheDocument();
  });
});

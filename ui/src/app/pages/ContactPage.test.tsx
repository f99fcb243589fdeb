import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, Outlet, RouterProvider, useLocation } from "react-router";
import { beforeEach, describe, expect, it } from "vitest";
import type { ContactId, ContactLine, ContactView, EmployeeId } from "@/bindings/commands";
import { SearchBox } from "@/features/search/SearchBox";
import { forgetRecent, recentOf } from "@/lib/recent";
import { panelOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ContactPage } from "./ContactPage";

const siobhan: ContactView = {
  id: "5" as ContactId,
  reference: "C0000005",
  version: 3,
  title: "Ms",
  first_name: "Siobhán",
  last_name: "O’Brien-Ng",
  company: "",
  display_name: "Siobhán O’Brien-Ng",
  date_of_birth: null,
  notes: "",
  addresses: [],
  phones: [],
  emails: [],
  vehicles: [],
  created_local: "",
  changed_local: "",
  preferences_prompt: false,
  gaps: [],
  died: null,
  gone_away: null,
  status: "active",
};

const line: ContactLine = {
  id: siobhan.id,
  reference: siobhan.reference,
  name: siobhan.display_name,
  filed_as: "O'Brien-Ng, Siobhán",
  died: null,
  company: "",
  town: "",
  postcode: "",
  phone: "07700 900214",
  email: "",
  registration: "",
  marks: [],
  consent: "Not asked",
  changed_local: "",
};

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="where">{pathname + search}</output>;
}

function open(at: { pathname: string; search?: string; state?: unknown }) {
  const send = answer({
    get_contact: () => siobhan,
    get_consent: () => panelOf({}, { never_reviewed: false }),
    preview_consent: () => panelOf().outcome as never,
    list_history: () => ({ rows: [], next: null, total: 0 }) as never,
    search_contacts: () => ({
      rows: [line],
      by: [null],
      more: false,
    }),
    contact_lines: () => [] as ContactLine[],
  });
  const router = createMemoryRouter(
    [
      {
        path: "/",
        element: (
          <>
            <SearchBox />
            <Where />
            <Outlet />
          </>
        ),
        children: [
          { path: "customers/contacts/:id", element: <ContactPage /> },
          { path: "*", element: null },
        ],
      },
    ],
    { initialEntries: [at] },
  );
  show(<RouterProvider router={router} />, { rights: ["gdpr_rights_requests"] });
  return { send, user: userEvent.setup({ delay: null }) };
}

const record = { pathname: "/customers/contacts/5" };
const opened = () => screen.findByRole("heading", { level: 1, name: "Siobhán O’Brien-Ng" });
const where = () => screen.getByLabelText("where");

beforeEach(forgetRecent);

describe("a record by keys", () => {
  it("names the customer in the title of the window, and is remembered", async () => {
    open(record);
    await opened();
    expect(document.title).toBe("Siobhán O’Brien-Ng – Forecourt");
    expect(recentOf("1" as EmployeeId)).toEqual(["5"]);
  });

  it("g shows the GDPR tab, o the overview, c the form", async () => {
    const { user } = open(record);
    await opened();
    await user.keyboard("g");
    expect(where()).toHaveTextContent("/customers/contacts/5?tab=gdpr");
    expect(screen.getByRole("tab", { name: "GDPR" })).toHaveAttribute("aria-selected", "true");
    await user.keyboard("o");
    expect(where()).toHaveTextContent(/5$/);
    await user.keyboard("c");
    expect(where()).toHaveTextContent("/customers/contacts/5/edit");
  });

  it("e edits consent, and no letter acts behind the dialog", async () => {
    const { user } = open(record);
    await opened();
    await screen.findByRole("button", { name: /Edit Marketing Consent/ });
    await user.keyboard("e");
    expect(await screen.findByRole("dialog", { name: /Marketing Consent of/ })).toBeVisible();
    (document.activeElement as HTMLElement).blur();
    await user.keyboard("g");
    expect(where()).toHaveTextContent(/5$/);
  });

  it("r begins a rights request", async () => {
    const { user } = open(record);
    await opened();
    await user.keyboard("r");
    expect(await screen.findByRole("dialog", { name: /Rights Request/ })).toBeVisible();
  });

  it("finds a caller with eight keys, and edits their consent with a ninth", async () => {
    const { user } = open({ pathname: "/customers" });
    // Ctrl and K are held together and count as one.
    const keys = ["{Control>}k{/Control}", ..."900214", "{Enter}"];
    for (const key of keys) await user.keyboard(key);
    await opened();
    expect(keys).toHaveLength(8);
    await screen.findByRole("button", { name: /Edit Marketing Consent/ });
    await user.keyboard("e");
    expect(await screen.findByRole("dialog", { name: /Marketing Consent of/ })).toBeVisible();
  });
});

describe("a record opened from a list", () => {
  it("leads back to that list, on either of its tabs", async () => {
    const from = "/customers/marketing-re-consent-needed";
    const { user } = open({ ...record, state: { from } });
    await opened();
    const back = () => screen.getByRole("link", { name: "Marketing Re-consent Needed" });
    expect(back()).toHaveAttribute("href", from);
    await user.keyboard("g");
    expect(back()).toHaveAttribute("href", from);
    await user.click(back());
    await waitFor(() => expect(where()).toHaveTextContent(from));
  });
});

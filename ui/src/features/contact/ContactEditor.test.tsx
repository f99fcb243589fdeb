import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, Link, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import type { ContactId, ContactLine, ContactView } from "@/bindings/commands";
import { LeaveGuard } from "@/components/LeaveGuard";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ContactEditor } from "./ContactEditor";
import { draftOf, emptyDraft } from "./draft";

const contact: ContactView = {
  id: "1" as ContactId,
  reference: "C0000001",
  version: 3,
  title: "",
  first_name: "Tom",
  last_name: "Reed",
  company: "",
  display_name: "Tom Reed",
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

function open(existing?: ContactView) {
  const router = createMemoryRouter(
    [
      {
        path: "/form",
        element: (
          <>
            <Link to="/elsewhere">Elsewhere</Link>
            <LeaveGuard />
            <ContactEditor
              title="Contact"
              crumbs={[]}
              draft={existing ? draftOf(existing) : emptyDraft()}
              existing={existing}
            />
          </>
        ),
      },
      { path: "/elsewhere", element: <p>Somewhere else</p> },
      { path: "/customers/contacts/:id", element: <p>The record</p> },
    ],
    { initialEntries: ["/form"] },
  );
  show(<RouterProvider router={router} />);
  return userEvent.setup({ delay: null });
}

const phone = { national: null, e164: null, extension: null, warning: null };

describe("the contact form", () => {
  it("sends only what was filled in, and opens the record", async () => {
    const send = answer({
      check_phone: () => phone,
      similar_contacts: () => [],
      create_contact: () => contact,
    });
    const user = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await user.type(screen.getByLabelText("Date of birth"), "9/3/1984");
    await user.click(screen.getByRole("button", { name: "Create contact" }));
    expect(await screen.findByText("The record")).toBeInTheDocument();
    expect(send).toHaveBeenCalledWith("create_contact", {
      request: expect.any(String),
      contact: {
        ...emptyDraft(),
        last_name: "Reed",
        date_of_birth: "1984-03-09",
        addresses: [],
        phones: [],
        emails: [],
        vehicles: [],
      },
    });
  });

  it("asks name, telephone, email, plate and postcode in that order", async () => {
    answer({ check_phone: () => phone });
    const user = open();
    expect(screen.getByLabelText("First name")).toHaveFocus();
    const passed: string[] = [];
    for (let step = 0; step < 5; step += 1) {
      await user.tab();
      passed.push((document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? "");
    }
    // Two Tabs from the first field to the telephone; three are allowed.
    expect(passed).toEqual(["Surname", "Mobile", "Email", "Registration plate", "Postcode"]);
  });

  it("keeps the first row of each list in its place when another is added", async () => {
    const send = answer({
      check_phone: () => phone,
      similar_contacts: () => [],
      create_contact: () => contact,
    });
    const user = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await user.type(screen.getByLabelText("Mobile"), "07700 900123");
    await user.selectOptions(screen.getByLabelText("The first number is"), "work");
    expect(screen.getByLabelText("Work telephone")).toHaveValue("07700 900123");
    await user.click(screen.getByRole("button", { name: "Add telephone number" }));
    await user.type(screen.getByLabelText("Telephone 2"), "01684 496000");
    await user.type(screen.getByLabelText("Postcode"), "WR14 3AZ");
    await user.type(screen.getByLabelText("Registration plate"), "PR14 YAS");
    await user.click(screen.getByRole("button", { name: "Create contact" }));
    await screen.findByText("The record");
    const sent = send.mock.calls.find(([name]) => name === "create_contact")?.[1];
    expect(sent).toMatchObject({
      contact: {
        phones: [
          { kind: "work", typed: "07700 900123" },
          { kind: "mobile", typed: "01684 496000" },
        ],
        addresses: [{ postcode: "WR14 3AZ", line1: "" }],
        vehicles: [{ registration: "PR14 YAS" }],
      },
    });
  });

  it("asks before a second record of the same person is made", async () => {
    const there = {
      ...({} as ContactLine),
      id: "9" as ContactId,
      name: "Tom Reed",
      reference: "C0000009",
    };
    const send = answer({
      similar_contacts: () => [there],
      create_contact: () => contact,
    });
    const user = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await user.click(screen.getByRole("button", { name: "Create contact" }));
    expect(
      await screen.findByRole("dialog", { name: "Similar contacts already exist" }),
    ).toBeInTheDocument();
    expect(send.mock.calls.some(([name]) => name === "create_contact")).toBe(false);
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Open the existing one" })).toHaveFocus(),
    );
    await user.click(screen.getByRole("button", { name: "Create anyway" }));
    expect(await screen.findByText("The record")).toBeInTheDocument();
  });

  it("puts the dispatcher’s messages at their fields, past the rows left empty", async () => {
    answer({
      check_phone: () => phone,
      similar_contacts: () => [],
      create_contact: () =>
        refuse("invalid", "Check the marked fields.", {
          "emails.0.address": "This is not an email address.",
        }),
    });
    const user = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await user.click(screen.getByRole("button", { name: "Add email address" }));
    await user.type(screen.getByLabelText("Email 2"), "tom.example.com");
    await user.click(screen.getByRole("button", { name: "Create contact" }));
    expect(await screen.findByText("This is not an email address.")).toBeInTheDocument();
    expect(screen.getByLabelText("Email 2")).toHaveAttribute("aria-invalid", "true");
    expect(screen.getByLabelText("Email 2")).toHaveValue("tom.example.com");
  });

  it("makes one contact, however often it is clicked while similar ones are looked for", async () => {
    let answered = () => undefined as undefined;
    const waiting = new Promise<void>((resolve) => {
      answered = () => void resolve() as undefined;
    });
    const send = answer({
      similar_contacts: () => waiting.then(() => []) as never,
      create_contact: () => contact,
    });
    const user = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    const create = screen.getByRole("button", { name: "Create contact" });
    act(() => {
      create.click();
      create.click();
    });
    await user.keyboard("{Control>}s{/Control}");
    await act(async () => answered());
    // Between the answer about similar contacts and the creating the button was live.
    act(() => create.click());
    expect(await screen.findByText("The record")).toBeInTheDocument();
    const made = send.mock.calls.filter(([name]) => name === "create_contact");
    expect(made).toHaveLength(1);
  });

  it("goes to the first wrong field", async () => {
    answer({ check_phone: () => phone });
    const user = open();
    await user.type(screen.getByLabelText("Notes"), "words");
    await user.click(screen.getByRole("button", { name: "Create contact" }));
    await waitFor(() => expect(screen.getByLabelText("Surname")).toHaveFocus());
  });

  it("opens with what was typed before a lock or a crash, and lets it go", async () => {
    const dropped: unknown[] = [];
    answer({
      check_phone: () => phone,
      similar_contacts: () => [],
      get_draft: ({ form }) => {
        expect(form).toBe("contact:new");
        const values = { ...emptyDraft(), last_name: "Reed" };
        const opened = { draft: emptyDraft(), version: 0, loads: 0 };
        return {
          draft: { typed: JSON.stringify({ values, opened }), at_local: "21/11/2026 14:02" },
        };
      },
      drop_draft: (input) => {
        dropped.push(input);
        return {};
      },
    });
    const user = open();
    expect(
      await screen.findByText("Brought back what you typed on 21/11/2026 14:02"),
    ).toBeInTheDocument();
    expect(screen.getByLabelText("Surname")).toHaveValue("Reed");
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(screen.getByLabelText("Surname")).toHaveValue("");
    expect(screen.queryByText(/Brought back/)).not.toBeInTheDocument();
    expect(dropped).toEqual([{ form: "contact:new" }]);
  });

  it("holds back leaving with something typed", async () => {
    answer({});
    const user = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await user.click(screen.getByRole("link", { name: "Elsewhere" }));
    expect(await screen.findByRole("dialog", { name: "Keep what you typed?" })).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Keep editing" }));
    expect(screen.getByLabelText("Surname")).toHaveValue("Reed");
    await user.click(screen.getByRole("link", { name: "Elsewhere" }));
    await user.click(await screen.findByRole("button", { name: "Discard" }));
    expect(await screen.findByText("Somewhere else")).toBeInTheDocument();
  });

  it("never writes over what somebody else saved meanwhile", async () => {
    const theirs: ContactView = { ...contact, version: 4, company: "Reed Ltd" };
    const saves: unknown[] = [];
    answer({
      get_contact: () => theirs,
      update_contact: (input) => {
        saves.push(input);
        if (input.version === 3) {
          refuse("conflict", "Changed meanwhile.", {
            changed_by: "Dave Pratt",
            changed_at: "21/11/2026 10:41",
          });
        }
        return theirs;
      },
    });
    const user = open(contact);
    await user.type(screen.getByLabelText("First name"), "my");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(
      await screen.findByText(/Dave Pratt changed this contact on 21\/11\/2026 10:41/),
    ).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Keep mine and reapply" }));
    expect(saves).toHaveLength(1);
    await waitFor(() => expect(screen.getByLabelText("Company")).toHaveValue("Reed Ltd"));
    expect(screen.getByLabelText("First name")).toHaveValue("Tommy");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saves).toHaveLength(2));
    expect(saves[1]).toMatchObject({
      version: 4,
      contact: { first_name: "Tommy", company: "Reed Ltd" },
    });
  });
});

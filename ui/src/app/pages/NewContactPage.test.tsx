import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import type { ConsentBeginning, ConsentForm, ContactId, ContactView } from "@/bindings/commands";
import { outcomeOf, panelOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { NewContactPage } from "./NewContactPage";

const panel = panelOf();
const CELL = "us/email/service_followup";

/** What the dispatcher says of a form: each answered cell moves. */
function beginning(form?: ConsentForm): ConsentBeginning {
  const cells = form?.cells ?? {};
  const lines = Object.entries(cells).map(([subject, yes]) => ({
    subject,
    becomes: yes ? ("given" as const) : ("refused" as const),
    text: subject,
  }));
  const { rows, parties, purposes_shown, notice } = panel;
  return {
    rows,
    parties,
    purposes_shown,
    excluded: false,
    notice,
    form: panel.form,
    outcome: outcomeOf({
      changes: lines,
      lines,
      send: { ...outcomeOf().send, cells: cells as Record<string, boolean> },
    }),
  };
}

function open() {
  const send = answer({
    begin_consent: ({ form }) => beginning(form),
    check_phone: () => ({ national: null, e164: null, extension: null, warning: null }),
    similar_contacts: () => [],
    create_contact: () =>
      ({
        id: "1" as ContactId,
        display_name: "Tom Reed",
        preferences_prompt: false,
        gaps: [],
        died: null,
        gone_away: null,
      }) as ContactView,
  });
  const router = createMemoryRouter(
    [
      { path: "/new", element: <NewContactPage /> },
      { path: "/customers/contacts/:id", element: <p>The record</p> },
    ],
    { initialEntries: ["/new"] },
  );
  show(<RouterProvider router={router} />);
  const made = () => send.mock.calls.find(([name]) => name === "create_contact")?.[1];
  return { user: userEvent.setup({ delay: null }), made };
}

const create = () => screen.getByRole("button", { name: "Create contact" });

async function sayYes(user: ReturnType<typeof userEvent.setup>) {
  const yes = { name: "Email, Service Follow Up: Yes" };
  await user.click(await screen.findByRole("button", yes));
}

describe("a new contact, and what they allow", () => {
  it("saves the contact and the answers in one command", async () => {
    const { user, made } = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await sayYes(user);
    await user.click(screen.getByRole("radio", { name: "By telephone" }));
    await user.click(create());
    expect(await screen.findByText("The record")).toBeInTheDocument();
    expect(made()).toMatchObject({
      contact: { last_name: "Reed" },
      answers: { cells: { [CELL]: true }, method: "phone", words: "none", notes: "" },
    });
  });

  it("asks how the customer answered, and makes no contact before it is said", async () => {
    const { user, made } = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await sayYes(user);
    await user.click(create());
    expect(await screen.findByText("Say how the customer answered.")).toBeInTheDocument();
    expect(made()).toBeUndefined();
  });

  it("records nothing about marketing where nobody answered", async () => {
    const { user, made } = open();
    await user.type(screen.getByLabelText("Surname"), "Reed");
    await screen.findByRole("region", { name: "What the customer allows" });
    await user.click(create());
    expect(await screen.findByText("The record")).toBeInTheDocument();
    expect(made()).not.toHaveProperty("answers");
  });
});

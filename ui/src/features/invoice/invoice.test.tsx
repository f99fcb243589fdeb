import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter, Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import type {
  ContactId,
  InvoiceId,
  InvoiceLineId,
  InvoiceLineView,
  InvoiceView,
  PartId,
} from "@/bindings/commands";
import { expectAccessible } from "@/testing/axe";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ContactInvoices } from "./ContactInvoices";
import { InvoiceRecord } from "./InvoiceRecord";

const line = (more: Partial<InvoiceLineView> = {}): InvoiceLineView => ({
  id: "1" as InvoiceLineId,
  kind: "labour",
  part_id: null,
  part_number: "",
  description: "Annual service",
  quantity: 150,
  unit_price: 8_500,
  net: 12_750,
  vat_rate: "standard",
  vat_percent: 2_000,
  credited: 0,
  left: 150,
  in_stock: null,
  ...more,
});

const posted = (more: Partial<InvoiceView> = {}): InvoiceView => ({
  id: "7" as InvoiceId,
  version: 2,
  kind: "service",
  department: "service",
  status: "posted",
  title: "Service invoice",
  number: "SI-002231",
  name: "Ms Siobhán O’Brien-Ng",
  address: "14 Chapel Row\nGreat Malvern",
  registration: "EU56 JEC",
  vehicle: "Ford Focus",
  mileage: 45_210,
  reason: "",
  lines: [line()],
  rates: [{ rate: "standard", percent: 2_000, net: 12_750, vat: 2_550 }],
  net: 12_750,
  vat: 2_550,
  total: 15_300,
  posted_on: "2026-11-28",
  posted_text: "28/11/2026",
  due_on: "2026-12-28",
  due_text: "28/12/2026",
  posted_local: "28/11/2026 16:42",
  posted_by: "Maria Keane",
  created_local: "28/11/2026 16:40",
  changed_local: "28/11/2026 16:42",
  changed_by: "Maria Keane",
  contact: {
    id: "3" as ContactId,
    reference: "C0000003",
    name: "Siobhán O’Brien-Ng",
    phones: [],
    emails: [{ address: "siobhan@example.org", kind: "home" }],
    died: false,
    mail: { verdict: "allow", reasons: [] },
  },
  vehicle_id: null,
  card: null,
  credits: null,
  credited_by: [],
  credited: 0,
  used_up: false,
  may: { change: false, drop: false, post: false, credit: true, send: true },
  ...more,
});

const draft = (more: Partial<InvoiceView> = {}): InvoiceView =>
  posted({
    status: "draft",
    number: "",
    version: 1,
    posted_on: "",
    posted_text: "",
    due_on: "",
    due_text: "",
    may: { change: true, drop: true, post: true, credit: false, send: false },
    ...more,
  });

const sums = { nets: [12_750], rates: posted().rates, net: 12_750, vat: 2_550, total: 15_300 };
const handed = { file: "Invoice SI-002231.pdf", folder: null, opened: true, cancelled: false };

function open(view: InvoiceView, answers: Parameters<typeof answer>[0] = {}) {
  const send = answer({
    get_invoice: () => view,
    sum_invoice: () => sums,
    print_invoice: () => handed,
    save_invoice: () => ({ ...handed, folder: "Exports" }),
    email_invoice: () => ({ ...handed, address: "siobhan@example.org" }),
    ...answers,
  });
  show(
    <MemoryRouter initialEntries={["/invoices/7"]}>
      <Routes>
        <Route path="/invoices/:id" element={<InvoiceRecord />} />
        <Route path="*" element={<p>Another screen</p>} />
      </Routes>
    </MemoryRouter>,
  );
  return {
    send,
    user: userEvent.setup({ delay: null }),
    sent: (name: string) =>
      send.mock.calls.filter(([one]) => one === name).map(([, input]) => input),
  };
}

/** Types it in one go: what is typed letter by letter has its own tests. */
const typeOver = (field: HTMLElement, value: string) =>
  fireEvent.change(field, { target: { value } });

const button = (name: string | RegExp) => screen.getByRole("button", { name });

describe("a posted invoice", () => {
  it("reads as on paper, and leads to whom it is about", async () => {
    open(posted());
    expect(await screen.findByRole("heading", { name: "SI-002231" })).toBeInTheDocument();
    expect(screen.getByText("14 Chapel Row")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Siobhán O’Brien-Ng" })).toHaveAttribute(
      "href",
      "/customers/contacts/3",
    );
    const sum = within(screen.getByLabelText("Sums"));
    expect(sum.getByText("£153.00")).toBeInTheDocument();
    expect(screen.queryByRole("textbox")).not.toBeInTheDocument();
    await expectAccessible();
  });

  it("is printed, saved and mailed", async () => {
    const { user, sent } = open(posted());
    await user.click(await screen.findByRole("button", { name: "Print" }));
    await user.click(button("Save PDF"));
    await user.click(button("Email"));
    await waitFor(() => expect(sent("email_invoice")).toEqual([{ id: "7" }]));
    expect(sent("print_invoice")).toEqual([{ id: "7" }]);
    expect(sent("save_invoice")).toEqual([{ id: "7" }]);
  });

  it("says why it cannot be mailed", async () => {
    const contact = posted().contact;
    open(posted({ contact: contact && { ...contact, emails: [] } }));
    expect(await screen.findByRole("button", { name: "Email" })).toBeDisabled();
    expect(
      screen.getByText("There is no email address. Add one to the contact."),
    ).toBeInTheDocument();
  });

  it("is credited line by line with a reason, as a draft that is read before it is posted", async () => {
    const part = line({
      id: "2" as InvoiceLineId,
      kind: "part",
      part_id: "9" as PartId,
      part_number: "W712",
      description: "Oil filter",
      quantity: 200,
      left: 200,
    });
    const { user, sent } = open(posted({ lines: [line(), part] }), {
      credit_invoice: () => draft({ id: "8" as InvoiceId, kind: "credit_note" }),
    });
    await user.click(await screen.findByRole("button", { name: "Credit note" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Draft credit note" }));
    expect(await dialog.findByText("Give a quantity for at least one line.")).toBeInTheDocument();
    expect(dialog.getByText("Say why it is credited.")).toBeInTheDocument();
    typeOver(dialog.getByLabelText("Credit of Annual service"), "9");
    typeOver(dialog.getByLabelText("Credit of Oil filter"), "1");
    typeOver(dialog.getByRole("textbox", { name: /^Reason/ }), "Faulty");
    await user.click(dialog.getByRole("button", { name: "Draft credit note" }));
    expect(sent("credit_invoice")).toEqual([]);
    typeOver(dialog.getByLabelText("Credit of Annual service"), "");
    await user.click(dialog.getByRole("button", { name: "Draft credit note" }));
    await waitFor(() =>
      expect(sent("credit_invoice")).toEqual([
        {
          id: "7",
          seen: 0,
          reason: "Faulty",
          draft: true,
          lines: [{ line_id: "2", quantity: 100, back_to_stock: true }],
        },
      ]),
    );
  });

  it("is not credited twice", async () => {
    open(posted({ may: { ...posted().may, credit: false }, used_up: true, credited: 15_300 }));
    expect(await screen.findByRole("button", { name: "Credit note" })).toBeDisabled();
    expect(screen.getByText("Credited £153.00")).toBeInTheDocument();
  });

  it("says when it is not there", async () => {
    open(posted(), { get_invoice: () => refuse("not_found", "This invoice is not there.") });
    expect(await screen.findByText("This invoice is not there.")).toBeInTheDocument();
  });
});

describe("a draft", () => {
  it("takes money and quantities as they are typed, and sends whole pence", async () => {
    const { user, sent } = open(draft(), {
      update_invoice: ({ lines }) =>
        draft({
          version: 2,
          lines: [
            line({
              quantity: lines[0]?.quantity ?? 0,
              unit_price: lines[0]?.unit_price ?? 0,
              net: 1,
            }),
          ],
        }),
    });
    const price = await screen.findByLabelText("Unit price of line 1");
    expect(price).toHaveValue("85.00");
    expect(screen.queryByRole("button", { name: "Save draft" })).not.toBeInTheDocument();
    typeOver(price, "1.234");
    await user.click(button("Save draft"));
    expect(await screen.findByText("Give an amount such as 85.00.")).toBeInTheDocument();
    typeOver(price, "£1,200.50");
    typeOver(screen.getByLabelText("Quantity of line 1"), ".25");
    await user.click(button("Save draft"));
    await waitFor(() =>
      expect(sent("update_invoice")).toEqual([
        {
          id: "7",
          version: 1,
          lines: [
            {
              kind: "labour",
              description: "Annual service",
              quantity: 25,
              unit_price: 120_050,
              vat_rate: "standard",
            },
          ],
        },
      ]),
    );
    await expectAccessible();
  });

  it("is posted once, and says its number", async () => {
    const { user, sent } = open(draft(), {
      post_invoice: () => ({ ...posted(), already: null }),
    });
    await user.click(await screen.findByRole("button", { name: "Post" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText(/never changes again/)).toBeInTheDocument();
    await user.dblClick(dialog.getByRole("button", { name: "Post" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(sent("post_invoice")).toEqual([{ id: "7", version: 1, accept_short: false }]);
  });

  it("asks about what is short on the shelf before it is posted all the same", async () => {
    const { user, sent } = open(draft(), {
      post_invoice: ({ accept_short: accepted }) =>
        accepted
          ? { ...posted(), already: null }
          : refuse("invalid", "There is less.", { accept_short: "W712 Oil filter: 1 in stock." }),
    });
    await user.click(await screen.findByRole("button", { name: "Post" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Post" }));
    expect(await dialog.findByText(/W712 Oil filter: 1 in stock/)).toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Post all the same" }));
    await waitFor(() => expect(sent("post_invoice")).toHaveLength(2));
    expect(sent("post_invoice")[1]).toMatchObject({ accept_short: true });
  });

  it("is deleted after one question", async () => {
    const { user, sent } = open(draft(), { drop_invoice: () => ({}) });
    await user.click(await screen.findByRole("button", { name: "Delete draft" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Delete draft" }));
    expect(await screen.findByText("Another screen")).toBeInTheDocument();
    expect(sent("drop_invoice")).toEqual([{ id: "7", version: 1 }]);
  });

  it("of the counter is changed there, and one of a credit note only read", async () => {
    open(draft({ kind: "parts", department: "parts" }));
    expect(await screen.findByRole("link", { name: "Edit at the counter" })).toHaveAttribute(
      "href",
      "/parts/counter?draft=7",
    );
    expect(screen.queryByLabelText("Unit price of line 1")).not.toBeInTheDocument();
  });

  it("adds and removes lines by keyboard", async () => {
    const { user } = open(draft());
    (await screen.findByRole("button", { name: "Add line" })).focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByLabelText("Description of line 2")).toHaveFocus());
    await user.click(button("Remove line 2"));
    expect(screen.queryByLabelText("Description of line 2")).not.toBeInTheDocument();
    expect(button("Add line")).toHaveFocus();
  });
});

describe("a contact’s invoices", () => {
  it("are listed newest first with a way to each", async () => {
    answer({
      list_contact_invoices: () => ({
        rows: [
          {
            id: "7" as InvoiceId,
            kind: "service",
            department: "service",
            status: "posted",
            title: "Service invoice",
            number: "SI-002231",
            contact_id: "3" as ContactId,
            job_card_id: null,
            name: "Siobhán",
            registration: "EU56 JEC",
            net: 12_750,
            vat: 2_550,
            total: 15_300,
            posted_text: "28/11/2026",
            due_text: "28/12/2026",
          },
        ],
        next: null,
        total: null,
      }),
    });
    show(
      <MemoryRouter>
        <ContactInvoices contactId={"3" as ContactId} />
      </MemoryRouter>,
    );
    expect(await screen.findByRole("link", { name: "SI-002231" })).toHaveAttribute(
      "href",
      "/invoices/7",
    );
    expect(screen.getByText("£153.00")).toBeInTheDocument();
  });
});

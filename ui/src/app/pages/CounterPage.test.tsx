import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import type {
  ContactId,
  ContactLine,
  ContactView,
  FoundPart,
  HandedOver,
  InvoiceId,
  InvoiceView,
  PartId,
  PostedInvoice,
  SaleLine,
  SaleSum,
} from "@/bindings/commands";
import type { Input } from "@/lib/api";
import { panelOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { CounterPage } from "./CounterPage";

const part = (number: string, more: Partial<FoundPart> = {}): FoundPart => ({
  id: number as PartId,
  number,
  description: `Part ${number}`,
  location: "A3",
  unit_price: 6_450,
  unit_price_text: "£64.50",
  vat_rate: "standard",
  vat_label: "Standard 20%",
  in_stock: 100,
  in_stock_text: "1",
  low_stock_text: "",
  is_low: false,
  active: true,
  status: "",
  exact: false,
  ...more,
});

const shelf = [part("D1"), part("D10"), part("D2")];

/** Whole pounds and pieces are all these tests need. */
function sumOf(lines: SaleLine[]): SaleSum {
  const one = (line: SaleLine) => {
    const quantity = Number(line.quantity);
    const isRead = line.quantity !== "" && Number.isInteger(quantity);
    return {
      quantity: isRead ? quantity * 100 : null,
      unit_price: 6_450,
      quantity_problem: isRead ? null : "Give the quantity as a number, as in 4 or 1.5.",
      price_problem: null,
      net_text: isRead ? `net of ${line.quantity}` : "",
      in_stock_text: "1",
      location: "A3",
      would_leave: quantity > 1 ? `−${quantity - 1}` : null,
      gone: false,
    };
  };
  const read = lines.map(one);
  const ready = read.every((line) => line.quantity !== null);
  return {
    lines: read,
    rates: ready ? [{ label: "Standard 20%", net_text: "£64.50", vat_text: "£12.90" }] : [],
    net_text: ready ? "£64.50" : "",
    vat_text: ready ? "£12.90" : "",
    total_text: ready ? "£77.40" : "",
    problem: null,
    short: lines
      .filter((line) => Number(line.quantity) > 1)
      .map((line) => ({
        number: line.part_id,
        description: `Part ${line.part_id}`,
        in_stock_text: "1",
        would_leave: `−${Number(line.quantity) - 1}`,
      })),
    ready,
  };
}

const invoice = (more: Partial<InvoiceView> = {}) =>
  ({
    id: "8" as InvoiceId,
    version: 1,
    kind: "parts",
    number: "PI-000012",
    name: "Mr Hale",
    posted_text: "21/11/2026",
    contact: null,
    credited_by: [],
    lines: [
      {
        id: "31",
        part_id: "D1",
        part_number: "D1",
        description: "Part D1",
        quantity: 200,
        unit_price: 6_450,
        vat_rate: "standard",
        left: 150,
      },
    ],
    ...more,
  }) as unknown as InvoiceView;

const siobhan = {
  id: "5" as ContactId,
  reference: "C0000005",
  display_name: "Siobhán O’Brien-Ng",
  addresses: [],
  phones: [],
  emails: [],
  vehicles: [],
  gaps: [],
} as unknown as ContactView;

function open(at = "/parts/counter", answers: Parameters<typeof answer>[0] = {}) {
  const send = answer({
    find_parts: ({ term }) =>
      shelf
        .filter(({ number }) => number.toLowerCase().startsWith(term.toLowerCase()))
        .map((one) => ({ ...one, exact: one.number.toLowerCase() === term.toLowerCase() })),
    sum_parts_sale: ({ lines }) => sumOf(lines),
    draft_invoice: () => invoice({ number: "" }),
    update_invoice: () => invoice({ number: "", version: 2 }),
    post_invoice: () => ({ ...invoice(), already: null }) as PostedInvoice,
    print_invoice: () => ({ cancelled: true }) as HandedOver,
    get_contact: () => siobhan,
    get_consent: () => panelOf({}, { never_reviewed: false }),
    search_contacts: () =>
      ({
        rows: [
          {
            id: siobhan.id,
            name: siobhan.display_name,
            reference: siobhan.reference,
          } as ContactLine,
        ],
        by: [null],
        more: false,
      }) as never,
    ...answers,
  });
  const router = createMemoryRouter([{ path: "*", element: <CounterPage /> }], {
    initialEntries: [at],
  });
  show(<RouterProvider router={router} />);
  return { send, user: userEvent.setup({ delay: null }), router };
}

const field = () => screen.getByRole("combobox", { name: "Part" });
const lines = () => screen.getByRole("table", { name: "Lines of the sale" });
const drafted = (send: ReturnType<typeof answer>) =>
  send.mock.calls.find(([name]) => name === "draft_invoice")?.[1] as Input<"draft_invoice">;

describe("t09: the parts counter", () => {
  it("goes from part numbers to a posted and printed invoice without a mouse", async () => {
    const { send, user } = open();
    await waitFor(() => expect(field()).toHaveFocus());
    await user.keyboard("d1{Enter}");
    expect(await within(lines()).findByText("D1")).toBeInTheDocument();
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue("");
    await user.keyboard("D2{Tab}3{Enter}");
    expect(await within(lines()).findByText("D2")).toBeInTheDocument();
    expect(within(lines()).getByRole("textbox", { name: "Quantity of D2" })).toHaveValue("3");
    expect(await screen.findByText("£77.40")).toBeInTheDocument();
    expect(await screen.findByText("would leave −2")).toBeInTheDocument();

    // What is missing is said before anything is written.
    await user.keyboard("{Control>}{Enter}{/Control}");
    const asks = await screen.findByRole("dialog", { name: "Less than nothing would be left" });
    expect(within(asks).getByText("D2 Part D2: 1 in stock, would leave −2")).toBeInTheDocument();
    expect(drafted(send)).toBeUndefined();
    await user.click(within(asks).getByRole("button", { name: "Post all the same" }));
    await waitFor(() => expect(send).toHaveBeenCalledWith("print_invoice", { id: "8" }));
    expect(send).toHaveBeenCalledWith("post_invoice", {
      id: "8",
      version: 1,
      accept_short: true,
    });
    expect(drafted(send)).toMatchObject({
      kind: "parts",
      name: "",
      lines: [
        { part_id: "D1", quantity: 100, unit_price: 6_450 },
        { part_id: "D2", quantity: 300, unit_price: 6_450 },
      ],
    });
    await waitFor(() => expect(screen.getByText("Nothing on it yet")).toBeInTheDocument());
    expect(field()).toHaveFocus();
  });

  it("offers what a beginning may mean, and adds what is chosen with the arrow keys", async () => {
    const { user } = open();
    await user.type(field(), "d");
    expect(await screen.findAllByRole("option")).toHaveLength(3);
    await user.keyboard("{Enter}");
    expect(
      await screen.findByText(/Several parts are found. Choose one with the arrow keys/),
    ).toBeInTheDocument();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(await within(lines()).findByText("D10")).toBeInTheDocument();
    await user.type(field(), "x9{Enter}");
    expect(await screen.findByText("No part is found by “x9”.")).toBeInTheDocument();
  });

  it("keeps a draft for a name, and shows at the field what cannot be read", async () => {
    const { send, user } = open();
    await user.type(screen.getByRole("textbox", { name: "Or a name for the invoice" }), "Mr Hale");
    await user.type(field(), "D1{Enter}");
    const quantity = await screen.findByRole("textbox", { name: "Quantity of D1" });
    await user.clear(quantity);
    await user.type(quantity, "two");
    expect(await screen.findByText(/Give the quantity as a number/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Keep as draft" }));
    expect(drafted(send)).toBeUndefined();
    await user.clear(quantity);
    await user.type(quantity, "1{Enter}");
    expect(field()).toHaveFocus();
    await user.click(screen.getByRole("button", { name: "Keep as draft" }));
    await waitFor(() => expect(drafted(send)).toMatchObject({ name: "Mr Hale" }));
    expect(send).not.toHaveBeenCalledWith("post_invoice", expect.anything());
  });

  it("goes on with its draft where posting was refused, and makes no second one", async () => {
    let refused = true;
    const { send, user } = open("/parts/counter", {
      post_invoice: () => {
        if (!refused) return { ...invoice(), already: null } as PostedInvoice;
        refused = false;
        throw { code: "invalid", message: "Nothing was posted.", fields: {}, reference: null };
      },
    });
    await user.type(field(), "D1{Enter}");
    await within(lines()).findByText("D1");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText("Nothing was posted.")).toBeInTheDocument();
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("post_invoice", {
        id: "8",
        version: 2,
        accept_short: false,
      }),
    );
    expect(send.mock.calls.filter(([name]) => name === "draft_invoice")).toHaveLength(1);
  });
});

describe("a17: Parts forces the review", () => {
  const due = () =>
    panelOf(
      {},
      {
        review: {
          due: true,
          text: "Never gone through.",
          deferrals: 0,
          reason_needed: false,
          modules: ["service", "sales_enquiries", "parts"],
        },
      },
    );

  it("holds the sale back until it is answered, and what was put on it goes along", async () => {
    let answered = false;
    const { send, user } = open("/parts/counter", {
      get_consent: () => (answered ? panelOf({}, { never_reviewed: false }) : due()),
      defer_review: () => {
        answered = true;
        return due();
      },
      preview_consent: () => panelOf().outcome as never,
    });
    await user.type(field(), "D1{Enter}");
    await within(lines()).findByText("D1");
    await user.type(screen.getByRole("combobox", { name: "Find a customer" }), "siobhan");
    await user.click(await screen.findByRole("option", { name: /Siobhán/ }));
    const dialog = await screen.findByRole("dialog", { name: /Review preferences/ });
    expect(within(lines()).getByText("D1")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: "Quantity of D1", hidden: true })).toBeDisabled();

    // Made small, looking something up is free; selling is not.
    await user.click(within(dialog).getByRole("button", { name: "Minimise" }));
    await waitFor(() =>
      expect(screen.queryByRole("dialog", { name: /Review preferences/ })).not.toBeInTheDocument(),
    );
    expect(screen.getByRole("button", { name: /Post and print/ })).toBeDisabled();
    await user.type(field(), "D2{Enter}");
    const said = within(screen.getByRole("region", { name: "Parts counter" })).getByRole("status");
    await waitFor(() =>
      expect(said).toHaveTextContent("Answer the review of the customer’s preferences first."),
    );

    const waits = screen.getByRole("note");
    await user.click(within(waits).getByRole("button", { name: "Review now" }));
    await user.click(
      await screen.findByRole("button", { name: "Customer not present, remind me" }),
    );
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        "defer_review",
        expect.objectContaining({ screen: "parts" }),
      ),
    );
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: "Quantity of D1" })).toBeEnabled(),
    );
  });
});

describe("t09: a return", () => {
  it("finds the invoice by its number and credits what comes back", async () => {
    const { send, user } = open("/parts/counter", {
      find_invoices: () => [{ id: "8" as InvoiceId, kind: "parts" } as never],
      get_invoice: () => invoice(),
      credit_invoice: () => invoice({ number: "CN-000003" }),
    });
    await user.click(screen.getByRole("button", { name: "Return" }));
    const dialog = await screen.findByRole("dialog", { name: "Return to the parts counter" });
    await user.type(
      within(dialog).getByRole("textbox", { name: /Number of the parts invoice/ }),
      "pi 12{Enter}",
    );
    expect(await within(dialog).findByText("PI-000012 of 21/11/2026, Mr Hale")).toBeInTheDocument();
    const back = within(dialog).getByRole("textbox", { name: "Comes back of D1" });
    await user.type(back, "2");
    await user.click(within(dialog).getByRole("button", { name: "Post credit note and print" }));
    expect(await within(dialog).findByText("More than can come back")).toBeInTheDocument();
    await user.clear(back);
    await user.type(back, "1.5");
    await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "Wrong side");
    await user.click(within(dialog).getByRole("button", { name: "Post credit note and print" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("credit_invoice", {
        id: "8",
        seen: 0,
        reason: "Wrong side",
        lines: [{ line_id: "31", quantity: 150, back_to_stock: true }],
      }),
    );
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
  });
});

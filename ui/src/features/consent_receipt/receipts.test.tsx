import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import type { ContactId, FoundReceipt, MadeReceipt } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { FindReceipt } from "./FindReceipt";
import { ReceiptMenu } from "./ReceiptMenu";

const id = "4" as ContactId;

const receipt: FoundReceipt = {
  number: "R-7K2M-Q9XD-4F",
  contact_id: id,
  name: "Priya Shah",
  reference: "C0000004",
  at_local: "21/11/2026 10:42",
  by: "Maria Keane",
  workstation: "SVC-02",
  form: "PDF",
  excluded: false,
  changed_since: true,
  channels: ["Email", "SMS"],
  parties: [
    {
      party: "Malvern Hills Motors",
      lines: [
        {
          purpose: "Service Follow Up",
          cells: [
            { shade: "given", words: "Yes", allowed: true },
            { shade: "not_asked", words: "Not asked", allowed: false },
          ],
        },
      ],
    },
  ],
  remarks: [],
  records: ["Allowed to Malvern Hills Motors: Email (service)."],
  notices: [{ version: 3, text: "May we write to you?" }],
};

function Screen({ start = "" }: { start?: string }) {
  const [number, setNumber] = useState(start);
  return (
    <MemoryRouter>
      <FindReceipt number={number} onNumber={setNumber} />
    </MemoryRouter>
  );
}

function find(reply: () => FoundReceipt, start?: string) {
  const send = answer({ find_receipt: reply });
  show(<Screen start={start} />);
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("Find Receipt", () => {
  it("begins in the field, and Enter shows what the receipt said and whose it is", async () => {
    const { send, user } = find(() => receipt);
    expect(screen.getByRole("textbox", { name: /Receipt number/ })).toHaveFocus();
    expect(screen.getByText("No number typed yet")).toBeInTheDocument();
    await user.keyboard("r7k2mq9xd4f{Enter}");
    const card = await screen.findByRole("region", { name: "Consent receipt R-7K2M-Q9XD-4F" });
    expect(send).toHaveBeenCalledWith("find_receipt", { number: "r7k2mq9xd4f" });
    const link = within(card).getByRole("link", { name: "Priya Shah" });
    expect(link).toHaveAttribute("href", "/customers/contacts/4?tab=gdpr");
    expect(card).toHaveTextContent("21/11/2026 10:42, by Maria Keane at SVC-02");
    expect(card).toHaveTextContent("Consent has changed since");
    // In the shape of the matrix: a row for each channel.
    expect(within(card).getByRole("row", { name: /Email/ })).toHaveTextContent("EmailYes");
    expect(within(card).getByRole("row", { name: /SMS/ })).toHaveTextContent("SMSNot asked");
    expect(card).toHaveTextContent("The words shown or read out (version 3)May we write to you?");
  });

  it("says beside the field that a number is mistyped", async () => {
    const words = "This receipt number is mistyped.";
    find(() => refuse("invalid", words, { number: words }), "R-7K2M-Q9XD-4G");
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: /Receipt number/ })).toHaveAccessibleDescription(
      /mistyped/,
    );
    expect(screen.queryByText("No such receipt here")).not.toBeInTheDocument();
  });

  it("says of a sound number that there is no such receipt here", async () => {
    find(() => refuse("not_found", "No receipt has this number here."), "R-7K2M-Q9XD-4F");
    const notice = await screen.findByRole("alert");
    expect(notice).toHaveTextContent("No such receipt here");
  });
});

describe("the consent receipt's menu", () => {
  it("prints, saves for computers, and leads to the look-up, all by keyboard", async () => {
    const made: MadeReceipt = {
      file: "x.pdf",
      folder: null,
      opened: true,
      cancelled: false,
      number: receipt.number,
    };
    const send = answer({ make_receipt: () => made });
    show(
      <MemoryRouter>
        <ReceiptMenu contactId={id} />
      </MemoryRouter>,
    );
    const user = userEvent.setup({ delay: null });
    await user.tab();
    expect(screen.getByRole("button", { name: "Consent receipt" })).toHaveFocus();
    await user.keyboard("{Enter}");
    const find = await screen.findByRole("menuitem", { name: "Find a receipt…" });
    expect(find).toHaveAttribute("href", "/customers/find-receipt");
    await user.click(screen.getByRole("menuitem", { name: "Print receipt (PDF)" }));
    expect(send).toHaveBeenCalledWith("make_receipt", { contact_id: id, form: "pdf" });
    await user.click(screen.getByRole("button", { name: "Consent receipt" }));
    await user.click(
      await screen.findByRole("menuitem", { name: "Save for another system (JSON-LD)" }),
    );
    expect(send).toHaveBeenCalledWith("make_receipt", { contact_id: id, form: "json_ld" });
  });
});

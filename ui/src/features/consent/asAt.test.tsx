import { Notifications } from "@mantine/notifications";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { AsAtView, ContactId } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { AsAtDialog } from "./AsAtDialog";
import { notifySaved } from "./notifySaved";

const contactId = "1" as ContactId;

function day(date: string, more: Partial<AsAtView> = {}): AsAtView {
  return {
    contact_id: contactId,
    name: "Tom Reed",
    reference: "C0000001",
    date_local: date.split("-").reverse().join("/"),
    on_file: true,
    excluded: false,
    last_obtained_text: "21/11/2025, in person, Maria Keane",
    reconsent_months: 12,
    rows: [
      {
        channel: "email",
        label: "Email",
        service: "allow",
        general: "allow",
        cells: [
          {
            subject: "us/email/service_followup",
            party: "us",
            purpose: "service_followup",
            state: "granted",
            shade: "given",
            words: "Given",
            since_local: "21/11/2025",
            basis: "consent",
            carried: false,
            locked: false,
          },
        ],
      },
    ] as unknown as AsAtView["rows"],
    parties: [{ party: "us", kind: "us", label: "Us", listed: true }],
    why: [
      {
        channel: "email",
        label: "Email",
        answers: [
          {
            what: "Service messages",
            verdict: "allow",
            verdict_text: "Allowed",
            reasons: [
              { verdict: "allow", text: "Email: given on 21/11/2025", evidence: "Maria at SVC-02" },
            ],
            action: null,
          },
        ],
      },
    ],
    events: [
      {
        at_local: "21/11/2025 10:42",
        text: "Enabled: Email.",
        evidence: "Maria Keane at SVC-02, in person",
        notes: "asked at drop-off",
        notice_version: 2,
      },
    ],
    notices: [{ version: 2, text: "May we write to you?" }],
    ...more,
  };
}

function open(give: (date: string) => AsAtView) {
  const send = answer({
    consent_as_at: ({ date }) => give(date),
    print_as_at: () => ({ file: "x.pdf", folder: null, opened: true, cancelled: false }),
  });
  show(<AsAtDialog contactId={contactId} name="Tom Reed" onClose={() => undefined} />);
  return { send, user: userEvent.setup({ delay: null }) };
}

const typeDay = (typed: string) =>
  fireEvent.change(screen.getByRole("textbox", { name: "Day" }), { target: { value: typed } });

describe("as it was on a day", () => {
  it("m08: begins with today and shows states, reasons, words and records", async () => {
    const { send } = open(day);
    expect(await screen.findByText("At the end of 21/11/2026")).toBeInTheDocument();
    expect(send).toHaveBeenCalledWith("consent_as_at", {
      contact_id: contactId,
      date: "2026-11-21",
    });
    expect(screen.getByRole("textbox", { name: "Day" })).toHaveFocus();
    expect(screen.getByText("Given")).toBeInTheDocument();
    expect(screen.getByText("12 months")).toBeInTheDocument();
    expect(screen.getByText("Email: given on 21/11/2025")).toBeInTheDocument();
    expect(screen.getByText("May we write to you?")).toBeInTheDocument();
    const events = screen.getByRole("region", { name: "Recorded until then" });
    expect(within(events).getByText("Enabled: Email.")).toBeInTheDocument();
    expect(events).toHaveTextContent("“asked at drop-off”");
    expect(events).toHaveTextContent("Words shown or read out: version 2");
  });

  it("asks for the day that is typed, prints that day, and refuses one to come", async () => {
    const { send, user } = open(day);
    await screen.findByText("At the end of 21/11/2026");
    typeDay("3/12/2025");
    expect(await screen.findByText("At the end of 03/12/2025")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Print evidence" }));
    expect(send).toHaveBeenCalledWith("print_as_at", { contact_id: contactId, date: "2025-12-03" });
    send.mockClear();
    typeDay("22/11/2026");
    expect(screen.getByText("Choose a day up to today.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Print evidence" })).toBeDisabled();
    expect(send).not.toHaveBeenCalled();
  });

  it("says that the contact was not on file yet", async () => {
    open((date) => day(date, { on_file: false }));
    expect(await screen.findByText("Not on file yet")).toBeInTheDocument();
    expect(screen.queryByText("Given")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Print evidence" })).toBeEnabled();
  });
});

describe("after saving", () => {
  it("m04: offers the receipt, and prints it on demand", async () => {
    const send = answer({
      make_receipt: () => ({
        file: "receipt.pdf",
        folder: null,
        opened: true,
        cancelled: false,
        number: "R-7K2M-Q9XD-4F",
      }),
    });
    show(<Notifications />);
    notifySaved(contactId, "answers");
    expect(await screen.findByText("Marketing consent saved")).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole("button", { name: "Print receipt" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith("make_receipt", { contact_id: contactId, form: "pdf" }),
    );
    expect(await screen.findByText(/receipt\.pdf/)).toBeInTheDocument();
  });

  it("says why there is no receipt", async () => {
    answer({ make_receipt: () => refuse("disk_full", "The disk is full.") });
    show(<Notifications />);
    notifySaved(contactId, "answers");
    const offers = await screen.findAllByRole("button", { name: "Print receipt" });
    await userEvent.click(offers[offers.length - 1] as HTMLElement);
    expect(await screen.findByText(/The disk is full/)).toBeInTheDocument();
  });
});

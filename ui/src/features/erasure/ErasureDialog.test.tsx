import { Notifications, notifications } from "@mantine/notifications";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { ContactId, Gone, Remains } from "@/bindings/commands";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ErasureDialog } from "./ErasureDialog";

const id = "7" as ContactId;

const theirs = {
  name: "Access C0000007.csv",
  sha256: "ab12",
  report: "Right of Access",
  local: "21/11/2026 10:00",
  rows: 40,
  theirs: true,
};
const list = {
  name: "Contacts.csv",
  sha256: "cd34",
  report: "Contacts",
  local: "22/11/2026 11:00",
  rows: 1204,
  theirs: false,
};

const nothing: Remains = {
  notes: [],
  more_notes: false,
  texts: [],
  files: [],
  folder: "/home/anna/Exports",
  all_files: true,
};

function dialog(remains: Remains, gone: Partial<Gone> = {}) {
  const erase = vi.fn(() => ({ last_copies: null, files_left: 0, words: "Erased.", ...gone }));
  answer({
    preview_erasure: () => ({
      account_name: "Tom Reed",
      reference: "C0000007",
      said: ["The record itself", "2 addresses"],
      eligible: true,
      blocked_by: [],
      will_go: [{ what: "addresses", count: 2 }],
      stays: ["Report Audit, which names no customer"],
    }),
    find_remains: () => remains,
    check_typed_name: ({ name, typed }) => ({ fits: name === typed }),
    erase_contact: erase,
  });
  const erased = vi.fn();
  show(
    <MemoryRouter>
      <Notifications />
      <ErasureDialog contactId={id} name="Tom Reed" onErased={erased} onClose={() => undefined} />
    </MemoryRouter>,
  );
  return { erase, erased };
}

async function confirm() {
  const user = userEvent.setup();
  await user.type(await screen.findByLabelText(/^Reason/), "Letter of 18 November");
  await user.type(await screen.findByLabelText("Type Tom Reed or C0000007 to confirm"), "Tom Reed");
  const button = screen.getByRole("button", { name: "Erase personal data" });
  await waitFor(() => expect(button).toBeEnabled());
  await user.click(button);
}

describe("Right to Erasure", () => {
  afterEach(() => notifications.clean());

  it("begins in the reason, and asks before it gives up what was typed there", async () => {
    dialog(nothing);
    const user = userEvent.setup();
    const reason = await screen.findByLabelText(/^Reason/);
    await waitFor(() => expect(reason).toHaveFocus());
    await user.keyboard("Letter of 18 November{Escape}");
    await user.click(await screen.findByRole("button", { name: "Keep editing" }));
    expect(screen.getByLabelText(/^Reason/)).toHaveValue("Letter of 18 November");
  });

  it("shows each of the four kinds that it does not reach, with the way there", async () => {
    dialog({
      ...nothing,
      notes: [
        {
          contact_id: "9" as ContactId,
          name: "Ravi Mehta",
          reference: "C0000009",
          found: "the name",
          text: "Brother of Tom Reed",
        },
      ],
      texts: [
        { what: "Name of an imported file", local: "20/11/2026 09:00", text: "Tom Reed.csv" },
        {
          what: "Reason of a change of settings",
          local: "20/11/2026 09:30",
          text: "Tom Reed asked",
        },
      ],
      files: [theirs, list],
    });
    const link = await screen.findByRole("link", { name: "Ravi Mehta (C0000009)" });
    expect(link).toHaveAttribute("href", expect.stringContaining("/customers/contacts/9"));
    expect(screen.getByText("Tom Reed.csv")).toBeInTheDocument();
    expect(screen.getByText("Tom Reed asked")).toBeInTheDocument();
    expect(
      screen.getByLabelText(
        "Access C0000007.csv: Right of Access, made on 21/11/2026 10:00, about this person",
      ),
    ).not.toBeChecked();
    expect(
      screen.getByLabelText(
        "Contacts.csv: Contacts, made on 22/11/2026 11:00, with 1,204 rows; this person may be among them, and others are",
      ),
    ).not.toBeChecked();
  });

  it("does not say of one form that others stand in it", async () => {
    dialog({ ...nothing, files: [{ ...list, name: "Form.pdf", report: "Data Capture", rows: 1 }] });
    expect(
      await screen.findByLabelText(
        "Form.pdf: Data Capture, made on 22/11/2026 11:00, with one row, which may be about somebody else",
      ),
    ).not.toBeChecked();
  });

  it("deletes no exported file that nobody ticked", async () => {
    const { erase, erased } = dialog({ ...nothing, files: [theirs, list] });
    await userEvent.click(await screen.findByLabelText(/^Access C0000007/));
    await confirm();
    await waitFor(() => expect(erased).toHaveBeenCalledOnce());
    expect(erase).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({
        reason: "Letter of 18 November",
        delete_files: [{ name: "Access C0000007.csv", sha256: "ab12" }],
      }),
    );
  });

  it("says what goes in plain words, and the tables behind Details only", async () => {
    dialog(nothing);
    expect(await screen.findByText("2 addresses")).toBeVisible();
    const tables = screen.getByText("2 × addresses");
    expect(tables.closest("details")).not.toHaveAttribute("open");
  });

  it("asks why, as an access export does", async () => {
    const { erase } = dialog(nothing);
    const user = userEvent.setup();
    await user.type(
      await screen.findByLabelText("Type Tom Reed or C0000007 to confirm"),
      "Tom Reed",
    );
    const button = screen.getByRole("button", { name: "Erase personal data" });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    expect(await screen.findByText("Reason is required")).toBeInTheDocument();
    expect(erase).not.toHaveBeenCalled();
  });

  it("says what the last copies wait for, and not only that it is done", async () => {
    const { erased } = dialog(nothing, { last_copies: "reader", files_left: 1 });
    expect(await screen.findByText(/^No other note, reason or exported file/)).toBeInTheDocument();
    await confirm();
    await waitFor(() => expect(erased).toHaveBeenCalledOnce());
    const alerts = await screen.findAllByRole("alert");
    const said = alerts.map((alert) => within(alert).queryByText(/Tom Reed was erased/));
    expect(said.some((one) => one?.textContent?.includes("lets go of it"))).toBe(true);
    expect(screen.queryByText("Tom Reed was erased")).not.toBeInTheDocument();
    expect(await screen.findByText(/^1 of the chosen files were not deleted/)).toBeInTheDocument();
  });

  it("says calmly that the last copies go by themselves", async () => {
    const { erased } = dialog(nothing, { last_copies: "soon" });
    expect(await screen.findByText(/^No other note, reason or exported file/)).toBeInTheDocument();
    await confirm();
    await waitFor(() => expect(erased).toHaveBeenCalledOnce());
    expect(
      await screen.findByText(
        "Tom Reed was erased. The last copies on this disk go within a minute.",
      ),
    ).toBeInTheDocument();
  });
});

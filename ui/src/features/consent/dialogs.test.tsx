import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ConsentView, ContactId, State, Ticks } from "@/bindings/commands";
import { panelOf } from "@/testing/consent";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { EditConsentDialog } from "./EditConsentDialog";
import { ExclusionDialog } from "./ExclusionDialog";
import { PreferencesPrompt } from "./PreferencesPrompt";

const contactId = "1" as ContactId;

const panel = (cells: Record<string, State> = {}, more: Partial<ConsentView> = {}) =>
  panelOf({ cells }, more);

const leave: Ticks = {
  email: null,
  sms: null,
  post: null,
  phone: null,
  social: null,
  service: null,
  general: null,
};

function edit(view: ConsentView) {
  const onClose = vi.fn();
  show(<EditConsentDialog view={view} name="Tom Reed" screen="contact_record" onClose={onClose} />);
  return { user: userEvent.setup({ delay: null }), onClose };
}

const box = (name: string) => screen.getByRole("checkbox", { name });

describe("Edit Marketing Consent", () => {
  it("records nothing but a review when nothing was changed, or a new consent when re-confirmed", async () => {
    const send = answer({ save_consent: () => panel() });
    const { user, onClose } = edit(panel({ "us/email/service": "granted" }));
    await user.click(box("Customer re-confirmed"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith(
      "save_consent",
      expect.objectContaining({ us: leave, third_party: leave, reconfirmed: true, version: 7 }),
    );
  });

  it("offers no re-confirming where nothing was ever given", () => {
    edit(panel({ "us/post/service": "assumed", "us/sms/service": "withdrawn" }));
    expect(
      screen.queryByRole("checkbox", { name: "Customer re-confirmed" }),
    ).not.toBeInTheDocument();
  });

  it("wants notes when permission is taken away, and keeps the dialog open without them", async () => {
    const send = answer({ save_consent: () => panel() });
    const { user } = edit(panel({ "us/email/service": "granted" }));
    await user.click(box("Us: Email"));
    expect(screen.getByText("− Email: service")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/notes are required/)).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Asked to stop.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        "save_consent",
        expect.objectContaining({ notes: "Asked to stop.", screen: "contact_record" }),
      ),
    );
  });

  it("a44: refuses 10,001 characters with the count, and keeps what was typed", async () => {
    const send = answer({ save_consent: () => panel() });
    const { user } = edit(panel());
    const notes = screen.getByRole("textbox", { name: /Notes/ });
    fireEvent.change(notes, { target: { value: `${"🚗".repeat(10_000)}!` } });
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/10,001 characters are too many/)).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();
    expect(notes).toHaveValue(`${"🚗".repeat(10_000)}!`);
  });

  it("a49: keeps what nobody else touched, and gives again singly, with a new note", async () => {
    const before = panel({ "us/email/service": "assumed", "us/phone/service": "granted" });
    const after = panelOf(
      {
        cells: { "us/email/service": "withdrawn", "us/phone/service": "granted" },
        recorded: { "us/email/service": "Dave Pratt, 21/11/2026 14:02" },
      },
      { version: 8 },
    );
    const saves: unknown[] = [];
    answer({
      save_consent: (input) => {
        saves.push(input);
        if (input.version === 7) refuse("conflict", "Dave Pratt changed Email at 14:02.");
        return after;
      },
      get_consent: () => after,
    });
    const { user, onClose } = edit(before);
    await user.click(box("Us: Email (assumed, nobody asked)"));
    await user.click(box("Us: Social Media"));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "At the counter.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/Dave Pratt changed Email at 14:02/)).toBeInTheDocument();
    expect(box("Us: Email")).not.toBeChecked();
    expect(box("Us: Social Media")).toBeChecked();
    expect(screen.getByText("+ Social Media: service")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("At the counter.");
    expect(
      screen.getByText("Us, Email, Service Follow Up: withdrawn, Dave Pratt, 21/11/2026 14:02"),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole("button", { name: "Give again: Us, Email, Service Follow Up" }),
    );
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/Add to the notes why it is given again/)).toBeInTheDocument();
    expect(saves).toHaveLength(1);
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), " Rang back, wants e-mail.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(saves[1]).toMatchObject({
      version: 8,
      began_with: 7,
      notes: "At the counter. Rang back, wants e-mail.",
      us: { email: null, social: true },
      cells: { "us/email/service_followup": true },
    });
  });

  it("a49: does not offer what only the customer can give again", async () => {
    const after = panelOf(
      { cells: { "us/email/service": "withdrawn" }, locked: ["us/email/service"] },
      { version: 8 },
    );
    answer({
      save_consent: () => refuse("conflict", "The customer changed Email at 14:02."),
      get_consent: () => after,
    });
    const { user } = edit(panel({ "us/email/service": "assumed" }));
    await user.click(box("Us: Email (assumed, nobody asked)"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(
      await screen.findByRole("button", { name: "Give again: Us, Email, Service Follow Up" }),
    ).toBeDisabled();
  });

  it("sends the signed form only with a paper form", async () => {
    const send = answer({ save_consent: () => panel() });
    const { user, onClose } = edit(panel());
    expect(screen.queryByRole("checkbox", { name: /signed form/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "Paper form" }));
    await user.click(box("The signed form is kept on file"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith(
      "save_consent",
      expect.objectContaining({ method: "paper_form", signed_form: true }),
    );
  });

  it("takes permission away without notes where the profile asks for none", async () => {
    const send = answer({ save_consent: () => panel() });
    const { user, onClose } = edit(
      panel({ "us/email/service": "granted" }, { notes_required: false }),
    );
    await user.click(box("Us: Email"));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(send).toHaveBeenCalledTimes(1);
  });

  it("a06: removing the exclusion brings no old tick back, and can come with new ones", async () => {
    const sent: [string, unknown][] = [];
    answer({
      set_exclusion: (input) => {
        sent.push(["set_exclusion", input]);
        return panel({}, { version: 8 });
      },
      save_consent: (input) => {
        sent.push(["save_consent", input]);
        return panel({}, { version: 9 });
      },
    });
    const { user, onClose } = edit(panel({ "us/email/service": "granted" }, { excluded: true }));
    expect(box("Us: Email")).toBeDisabled();
    await user.click(box("Exclude from all marketing channels"));
    expect(box("Us: Email")).not.toBeChecked();
    await user.click(box("Us: Letter"));
    await user.click(box("Us: Service Follow Up"));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Came back.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent.map(([name]) => name)).toEqual(["set_exclusion", "save_consent"]);
    expect(sent[1]?.[1]).toMatchObject({
      version: 8,
      us: { email: false, post: true, service: true },
    });
  });
});

describe("Exclude from all", () => {
  it("wants notes and says what was typed is kept when somebody else was quicker", async () => {
    answer({
      set_exclusion: () => refuse("conflict", "Dave Pratt changed SMS at 10:40."),
      get_consent: () => panel({}, { version: 9 }),
    });
    const user = userEvent.setup({ delay: null });
    show(
      <ExclusionDialog view={panel()} name="Tom Reed" screen="contact_record" onClose={vi.fn()} />,
    );
    const dialog = screen.getByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Exclude from all" }));
    expect(await screen.findByText(/notes are required/)).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Rang to complain.");
    await user.click(within(dialog).getByRole("button", { name: "Exclude from all" }));
    expect(await screen.findByText(/Dave Pratt changed SMS/)).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("Rang to complain.");
  });
});

describe("a16: the contact-preferences pop-up", () => {
  it("opens with all boxes unticked, and Esc closes it without recording anything", async () => {
    const send = answer({ get_consent: () => panel() });
    const user = userEvent.setup({ delay: null });
    show(<PreferencesPrompt contactId={contactId} name="Siobhán O’Brien-Ng" />);
    expect(await screen.findByRole("dialog", { name: "Contact preferences" })).toBeInTheDocument();
    for (const tick of screen.getAllByRole("checkbox")) expect(tick).not.toBeChecked();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(send.mock.calls.map(([name]) => name)).toEqual(["get_consent"]);
  });
});

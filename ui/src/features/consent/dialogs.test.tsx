import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ConsentView, ContactId, State, Ticks } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { EditConsentDialog } from "./EditConsentDialog";
import { ExclusionDialog } from "./ExclusionDialog";
import { PreferencesPrompt } from "./PreferencesPrompt";
import { CHANNELS } from "./ticks";

const contactId = "1" as ContactId;

/** A panel whose cells are these, named `us/email/service`; the boxes follow from them. */
function panel(states: Record<string, State> = {}, more: Partial<ConsentView> = {}): ConsentView {
  const state = (name: string) => states[name] ?? "unset";
  const tick = (names: string[]) => {
    const all = names.map(state);
    return all.includes("granted") ? true : all.includes("assumed") ? null : false;
  };
  const party = (name: string) => ({
    channels: Object.fromEntries(
      CHANNELS.map((channel) => [
        channel,
        tick([`${name}/${channel}/service`, `${name}/${channel}/general`]),
      ]),
    ) as ConsentView["compact"]["us"]["channels"],
    service: tick(CHANNELS.map((channel) => `${name}/${channel}/service`)),
    general: tick(CHANNELS.map((channel) => `${name}/${channel}/general`)),
  });
  return {
    contact_id: contactId,
    version: 7,
    require_consent: true,
    profile: "forecourt",
    notes_required: true,
    purposes_shown: true,
    third_parties_shown: true,
    parties: [
      { party: "us", label: "Us", listed: true },
      { party: "third_party", label: "T.P.", listed: true },
    ],
    review: { due: false, text: "", deferrals: 0, reason_needed: false },
    rows: CHANNELS.map((channel) => ({
      channel,
      label: channel,
      service: "block",
      general: "block",
      cells: ["us", "third_party"].flatMap((one) =>
        (["service", "general"] as const).map((purpose) => ({
          subject: `${one}/${channel}/${purpose}`,
          party: one,
          purpose: purpose === "service" ? "service_followup" : "general_marketing",
          state: state(`${one}/${channel}/${purpose}`),
          words: "Not asked",
          since_local: null,
          basis: null,
          carried: false,
          locked: false,
        })),
      ),
    })) as ConsentView["rows"],
    compact: { us: party("us"), third_party: party("third_party"), exact: true },
    manufacturer: [],
    excluded: false,
    excluded_by_customer: false,
    last_obtained: null,
    last_obtained_text: "Never recorded",
    last_reviewed: null,
    reconsent_due: null,
    reconsent_text: null,
    never_reviewed: true,
    notice: { id: "n", version: 2, text: "We would like to keep you informed." },
    ...more,
  };
}

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

  it("a49: shows what stands after a conflict, keeps the notes, and applies again only on purpose", async () => {
    const before = panel({ "us/email/service": "granted", "us/phone/service": "granted" });
    const after = panel(
      { "us/email/service": "withdrawn", "us/phone/service": "granted" },
      { version: 8 },
    );
    const saves: unknown[] = [];
    answer({
      save_consent: (input) => {
        saves.push(input);
        if (input.version === 7) refuse("conflict", "The customer changed Email at 14:02.");
        return after;
      },
      get_consent: () => after,
    });
    const { user } = edit(before);
    await user.click(box("Us: Social Media"));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "At the counter.");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText(/The customer changed Email at 14:02/)).toBeInTheDocument();
    expect(box("Us: Email")).not.toBeChecked();
    expect(box("Us: Social Media")).not.toBeChecked();
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("At the counter.");
    await user.click(screen.getByRole("button", { name: "Apply again: Us: Social Media on" }));
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(saves).toHaveLength(2));
    expect(saves[1]).toMatchObject({
      version: 8,
      notes: "At the counter.",
      us: { email: null, social: true },
    });
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

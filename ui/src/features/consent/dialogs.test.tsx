import { Notifications } from "@mantine/notifications";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ConsentOutcome, ConsentView, ContactId, State } from "@/bindings/commands";
import type { Input } from "@/lib/api";
import { LEAVE, outcomeOf, panelOf, previewOf } from "@/testing/consent";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { EditConsentDialog } from "./EditConsentDialog";
import { ExclusionDialog } from "./ExclusionDialog";
import { PreferencesPrompt } from "./PreferencesPrompt";

type User = ReturnType<typeof userEvent.setup>;

const contactId = "1" as ContactId;

/** With the two ticks of the compact view; the matrix has tests of its own. */
const panel = (cells: Record<string, State> = {}, more: Partial<ConsentView> = {}) =>
  panelOf({ cells }, { compact_form: true, ...more });

function edit(view: ConsentView) {
  const onClose = vi.fn();
  show(
    <>
      <Notifications />
      <EditConsentDialog view={view} name="Tom Reed" screen="contact_record" onClose={onClose} />
    </>,
  );
  return { user: userEvent.setup({ delay: null }), onClose };
}

const box = (name: string) => screen.getByRole("checkbox", { name });

/** Sent for the dealership's own boxes. */
const sending = (us: Partial<ConsentOutcome["send"]["us"]>): ConsentOutcome["send"] => ({
  us: { ...LEAVE, ...us },
  third_party: LEAVE,
  manufacturer: {},
  cells: {},
});

/** Everything a test sent, by the name of the command. */
const sentTo = (send: ReturnType<typeof answer>, name: string) =>
  send.mock.calls.filter(([called]) => called === name).map(([, input]) => input);

const saving = () => screen.getByRole("button", { name: "Save" });

/** Says how the customer answered, unless it was said, and saves. */
async function save(user: User) {
  const how = screen.getAllByRole("radio", { name: /In person|By telephone|On paper/ });
  if (!how.some((one) => (one as HTMLInputElement).checked)) await user.click(how[0] as Element);
  await user.click(saving());
}

/** One cell turned: what the dispatcher answers about a form in which something moves. */
const MOVED: Partial<ConsentOutcome> = {
  changes: [{ subject: "us/post/service_followup", becomes: "given" }],
};

describe("Edit Marketing Consent", () => {
  it("d10: records no review by the way: Save waits for an answer, a review has its own button", async () => {
    const send = answer({ save_consent: () => panel() });
    const { user, onClose } = edit(panel({ "us/email/service": "granted" }));
    expect(saving()).toBeDisabled();
    expect(screen.getByText(/Nothing is changed yet/)).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "By telephone" }));
    await user.click(screen.getByRole("button", { name: "Confirmed, nothing changed" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "save_consent")).toEqual([
      expect.objectContaining({ review: true, method: "phone", us: LEAVE, reconfirmed: false }),
    ]);
    expect(await screen.findByText("Review recorded, nothing changed")).toBeInTheDocument();
    expect(screen.queryByText("Marketing consent saved")).not.toBeInTheDocument();
  });

  it("offers no review once something is answered, nor where nothing stands", async () => {
    answer({ preview_consent: () => previewOf(MOVED) });
    const { user } = edit(panel({ "us/email/service": "granted" }));
    await user.click(box("Us: Letter"));
    expect(screen.getByRole("button", { name: "Confirmed, nothing changed" })).toBeDisabled();
    expect(saving()).toBeEnabled();
  });

  it("records a new consent when re-confirmed", async () => {
    const send = answer({ save_consent: () => panel() });
    const outcome = outcomeOf({ can_reconfirm: true });
    const { user, onClose } = edit(panel({ "us/email/service": "granted" }, { outcome }));
    await user.click(box("Customer re-confirmed"));
    expect(screen.getByText("+ What stands given counts from today again")).toBeInTheDocument();
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "save_consent")).toEqual([
      expect.objectContaining({
        us: LEAVE,
        third_party: LEAVE,
        reconfirmed: true,
        review: false,
        version: 7,
      }),
    ]);
    expect(sentTo(send, "preview_consent")).toEqual([]);
  });

  it("offers no re-confirming where the rules allow none", () => {
    edit(panel({ "us/post/service": "assumed", "us/sms/service": "withdrawn" }));
    expect(box("Customer re-confirmed")).toBeDisabled();
  });

  it("c8: has no answer ready for how the customer answered, and asks for it", async () => {
    const send = answer({ preview_consent: () => previewOf(MOVED), save_consent: () => panel() });
    const { user, onClose } = edit(panel());
    for (const how of ["In person", "By telephone", "On paper"]) {
      expect(screen.getByRole("radio", { name: how })).not.toBeChecked();
    }
    await user.click(box("Us: Letter"));
    await user.click(saving());
    expect(await screen.findByText("Say how the customer answered.")).toBeInTheDocument();
    expect(screen.getByRole("radio", { name: "In person" })).toHaveFocus();
    expect(sentTo(send, "save_consent")).toEqual([]);
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it("c8: records the words only where they stood open or were read out", async () => {
    const send = answer({ preview_consent: () => previewOf(MOVED), save_consent: () => panel() });
    const words = async (first: boolean, how: string, act: (user: User) => Promise<void>) => {
      const onClose = vi.fn();
      const shown = show(
        <EditConsentDialog
          view={panel()}
          name="Tom Reed"
          screen="contact_record"
          first={first}
          onClose={onClose}
        />,
      );
      const user = userEvent.setup({ delay: null });
      await user.click(box("Us: Letter"));
      await user.click(screen.getByRole("radio", { name: how }));
      await act(user);
      await user.click(screen.getByRole("button", { name: /^Save/ }));
      await waitFor(() => expect(onClose).toHaveBeenCalled());
      shown.unmount();
      return (sentTo(send, "save_consent").at(-1) as Input<"save_consent">).words;
    };
    const nothing = () => Promise.resolve();
    expect(await words(false, "In person", nothing)).toBe("none");
    expect(await words(true, "In person", nothing)).toBe("shown");
    // Nobody sees a screen through the telephone.
    expect(await words(true, "By telephone", nothing)).toBe("none");
    const readOut = (user: User) => user.click(box("Read out to the customer"));
    expect(await words(true, "By telephone", readOut)).toBe("read_out");
    const onPaper = (user: User) => user.click(box("These words stand on the paper"));
    expect(await words(false, "On paper", onPaper)).toBe("shown");
  });

  it("c1: warnings and outcome have their places before anything is answered", async () => {
    const waiting = outcomeOf({
      half_ticked: [{ party: "us", half: "no_purpose" }],
      lines: [{ becomes: "refused", text: "SMS: general (refused)" }],
      refusal: "Us: tick Service Follow Up as well.",
    });
    answer({ preview_consent: () => previewOf(waiting) });
    const { user } = edit(panel());
    const places = () =>
      ["What to know about these answers", "Save will record"].map((name) =>
        screen.getByRole("region", { name }),
      );
    const before = places();
    const dialog = screen.getByRole("dialog");
    const controls = dialog.querySelectorAll("input, textarea, button").length;
    await user.click(box("Us: Email"));
    expect(await screen.findByText(/Us: tick Service Follow Up as well/)).toBeInTheDocument();
    expect(places()).toEqual(before);
    expect(dialog.querySelectorAll("input, textarea, button")).toHaveLength(controls);
  });

  it("c2: a channel without a kind of message is refused, and the keyboard goes to the kinds", async () => {
    const send = answer({
      preview_consent: () =>
        previewOf({
          half_ticked: [{ party: "us", half: "no_purpose" }],
          refusal: "Us: tick Service Follow Up or General Dealer Marketing Messages as well.",
        }),
    });
    const { user, onClose } = edit(panel());
    await user.click(box("Us: Email"));
    await save(user);
    await waitFor(() => expect(box("Us: Service Follow Up")).toHaveFocus());
    expect(sentTo(send, "save_consent")).toEqual([]);
    expect(onClose).not.toHaveBeenCalled();
  });

  it("c3: a channel can say No in the compact view too, and Yes takes it back", async () => {
    const send = answer({ preview_consent: () => previewOf() });
    const { user } = edit(panel());
    const asked = () => (sentTo(send, "preview_consent").at(-1) as Input<"preview_consent">).form;
    const sms = { party: "us", tick: "sms" };
    await user.click(box("Us: SMS: No"));
    expect(box("Us: SMS: No")).toBeChecked();
    expect(asked().refused).toEqual([sms]);
    await user.click(box("Us: SMS"));
    expect(box("Us: SMS: No")).not.toBeChecked();
    expect(asked()).toMatchObject({ refused: [], boxes: { us: { sms: true } } });
    await user.click(box("Us: SMS: No"));
    expect(box("Us: SMS")).not.toBeChecked();
  });

  it("h10: names the customer in its title", () => {
    edit(panel());
    expect(
      screen.getByRole("dialog", { name: "Marketing Consent of Tom Reed" }),
    ).toBeInTheDocument();
  });

  it("asks what the form would do, shows it, and saves exactly that", async () => {
    const answers: ConsentOutcome["send"] = {
      ...sending({ post: true }),
      cells: { "us/sms/general_marketing": false },
    };
    const send = answer({
      preview_consent: () =>
        previewOf({
          ...MOVED,
          lines: [
            { becomes: "given", text: "Letter: service" },
            { becomes: "refused", text: "SMS: general (refused)" },
          ],
          send: answers,
        }),
      save_consent: () => panel(),
    });
    const { user, onClose } = edit(panel());
    await user.click(box("Us: Letter"));
    expect(await screen.findByText("+ Letter: service")).toBeInTheDocument();
    expect(screen.getByText("− SMS: general (refused)")).toBeInTheDocument();
    const [asked] = sentTo(send, "preview_consent") as Input<"preview_consent">[];
    expect(asked).toMatchObject({ contact_id: "1", version: 7, began_with: null });
    expect(asked?.form.boxes.us).toMatchObject({ post: true, email: false });
    expect(asked?.form.ticked).toEqual([{ party: "us", tick: "post" }]);
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "save_consent")).toEqual([
      expect.objectContaining({ ...answers, version: 7, began_with: null }),
    ]);
  });

  it("a quick click never saves something else than what was ticked last", async () => {
    const waiting: (() => void)[] = [];
    const send = answer({
      preview_consent: (input) => {
        const { post } = input.form.boxes.us;
        const reply = previewOf({ ...MOVED, send: sending({ post }) });
        // As the dispatcher: an answer that takes its time.
        return new Promise((resolve) => waiting.push(() => resolve(reply))) as never;
      },
      save_consent: () => panel(),
    });
    const { user, onClose } = edit(panel());
    await user.click(box("Us: Letter"));
    await user.click(box("Us: Letter"));
    await user.click(box("Us: Letter"));
    await save(user);
    expect(sentTo(send, "save_consent")).toEqual([]);
    // The newest answer comes first; the older ones say nothing any more.
    for (const go of waiting.reverse()) go();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "save_consent")).toEqual([
      expect.objectContaining({ us: { ...LEAVE, post: true } }),
    ]);
  });

  it("records nothing that was turned after the click on Save", async () => {
    const waiting: (() => void)[] = [];
    const send = answer({
      preview_consent: (input) => {
        const { post, sms } = input.form.boxes.us;
        const reply = previewOf({ ...MOVED, send: sending({ post, sms }) });
        return new Promise((resolve) => waiting.push(() => resolve(reply))) as never;
      },
      save_consent: () => panel(),
    });
    const { user, onClose } = edit(panel());
    await user.click(box("Us: Letter"));
    await save(user);
    await user.click(box("Us: SMS"));
    expect(box("Us: SMS")).not.toBeChecked();
    for (const go of waiting) go();
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "save_consent")).toEqual([
      expect.objectContaining({ us: { ...LEAVE, post: true, sms: false } }),
    ]);
  });

  it("keeps the last answer until the next one comes, and the box turns at once", async () => {
    const waiting: (() => void)[] = [];
    answer({
      preview_consent: () =>
        new Promise((resolve) => waiting.push(() => resolve(previewOf()))) as never,
    });
    const outcome = outcomeOf({
      lines: [{ becomes: "given", text: "Email: service" }],
      can_reconfirm: true,
    });
    const { user } = edit(panel({ "us/email/service": "granted" }, { outcome }));
    await user.click(box("Us: Social Media"));
    expect(box("Us: Social Media")).toBeChecked();
    expect(screen.getByText("+ Email: service")).toBeInTheDocument();
    expect(box("Customer re-confirmed")).toBeEnabled();
    for (const go of waiting) go();
    await waitFor(() => expect(screen.queryByText("+ Email: service")).not.toBeInTheDocument());
  });

  it("says so when no answer comes, saves nothing, and asks again at the next try", async () => {
    let tries = 0;
    const send = answer({
      preview_consent: () => {
        tries += 1;
        return tries < 3 ? refuse("unexpected", "Something went wrong.") : previewOf(MOVED);
      },
      save_consent: () => panel(),
    });
    const { user, onClose } = edit(panel());
    await user.click(box("Us: Letter"));
    await save(user);
    expect(await screen.findByText("Something went wrong.")).toBeInTheDocument();
    expect(sentTo(send, "save_consent")).toEqual([]);
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });

  it("locks and greys boxes as the rules say, and names half-done ticks", async () => {
    const outcome = outcomeOf({
      hints: [
        { party: "us", tick: "sms", locked: true, grey: null },
        { party: "us", tick: "email", locked: false, grey: "assumed" },
        { party: "third_party", tick: "post", locked: false, grey: "differs" },
      ],
      half_ticked: [{ party: "us", half: "no_channel" }],
      ran_out: true,
    });
    const view = panelOf(
      {
        cells: { "us/email/service": "assumed", "third_party:Acme/post/service": "granted" },
        third: ["Acme", "Bell"],
      },
      { outcome, compact_form: true },
    );
    edit(view);
    expect(box("Us: SMS")).toBeDisabled();
    expect(box("Us: Letter")).toBeEnabled();
    expect(box("Us: Email (assumed, nobody asked)")).toBeInTheDocument();
    expect(box("T.P.: Letter (differs between third parties)")).toBeInTheDocument();
    expect(screen.getByText(/Us: tick at least one channel as well/)).toBeInTheDocument();
    expect(screen.getByText(/Something that was given ran out/)).toBeInTheDocument();
  });

  it("says what no note helps against", () => {
    const refusal = "Email: the customer withdrew this personally.";
    edit(panel({}, { outcome: outcomeOf({ refusal }) }));
    expect(screen.getByText(refusal)).toBeInTheDocument();
  });

  it("wants notes where the rules do, and keeps the dialog open without them", async () => {
    const send = answer({
      preview_consent: () =>
        previewOf({
          ...MOVED,
          notes: "required",
          lines: [{ becomes: "taken", text: "Email: service" }],
        }),
      save_consent: () => panel(),
    });
    const { user } = edit(panel({ "us/email/service": "granted" }));
    await user.click(box("Us: Email"));
    expect(await screen.findByText("− Email: service")).toBeInTheDocument();
    await save(user);
    expect(await screen.findByText(/notes are required/)).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveFocus();
    expect(sentTo(send, "save_consent")).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Asked to stop.");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() =>
      expect(sentTo(send, "save_consent")).toEqual([
        expect.objectContaining({ notes: "Asked to stop.", screen: "contact_record" }),
      ]),
    );
  });

  it("a44: refuses 10,001 characters with the count, and keeps what was typed", async () => {
    const send = answer({ preview_consent: () => previewOf(MOVED), save_consent: () => panel() });
    const { user } = edit(panel());
    await user.click(box("Us: Letter"));
    const notes = screen.getByRole("textbox", { name: /Notes/ });
    fireEvent.change(notes, { target: { value: `${"🚗".repeat(10_000)}!` } });
    await save(user);
    expect(await screen.findByText(/10,001 characters are too many/)).toBeInTheDocument();
    expect(sentTo(send, "save_consent")).toEqual([]);
    expect(notes).toHaveValue(`${"🚗".repeat(10_000)}!`);
  });

  it("a49: keeps what nobody else touched, and gives again singly, with a new note", async () => {
    const email = "us/email/service_followup";
    const before = panel({ "us/email/service": "assumed", "us/phone/service": "granted" });
    const after = panelOf(
      {
        cells: { "us/email/service": "withdrawn", "us/phone/service": "granted" },
        recorded: { "us/email/service": "Dave Pratt, 21/11/2026 14:02" },
      },
      { version: 8, compact_form: true },
    );
    const merged = {
      ...after.form,
      boxes: { ...after.form.boxes, us: { ...after.form.boxes.us, social: true } },
      denied: [email],
      lost: [email],
    };
    const message = "Dave Pratt changed Email on 21/11/2026 14:02.";
    let dave = false;
    const send = answer({
      preview_consent: ({ version, form }) => {
        if (!dave) return previewOf(MOVED);
        const again = form.cells[email] === true;
        const outcome = {
          ...MOVED,
          lines: [{ becomes: "given" as const, text: "Social Media: service" }],
          offers: again ? [] : [email],
          notes: again ? ("new" as const) : ("optional" as const),
          send: { ...sending({ social: true }), cells: { [email]: again } },
        };
        const conflict = { message, view: after, form: merged, denied_more: true };
        const now = { version: 8, began_with: 7 };
        return previewOf(outcome, version === 7 ? { ...now, conflict } : now);
      },
      save_consent: ({ version }) => {
        if (version === 7) dave = true;
        return version === 7 ? refuse("conflict", message) : after;
      },
    });
    const { user, onClose } = edit(before);
    await user.click(box("Us: Email (assumed, nobody asked)"));
    await user.click(box("Us: Social Media"));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "At the counter.");
    await save(user);
    expect(await screen.findByText(/Dave Pratt changed Email on/)).toBeInTheDocument();
    expect(box("Us: Email")).not.toBeChecked();
    expect(box("Us: Social Media")).toBeChecked();
    expect(screen.getByText("+ Social Media: service")).toBeInTheDocument();
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("At the counter.");
    expect(
      screen.getByText("Us, Email, Service Follow Up: withdrawn, Dave Pratt, 21/11/2026 14:02"),
    ).toBeInTheDocument();
    const again = "Give again: Us, Email, Service Follow Up";
    await user.click(screen.getByRole("button", { name: again }));
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: again })).not.toBeInTheDocument(),
    );
    await save(user);
    expect(await screen.findByText(/Add to the notes why it is given again/)).toBeInTheDocument();
    expect(sentTo(send, "save_consent")).toHaveLength(1);
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), " Rang back, wants email.");
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "save_consent")[1]).toMatchObject({
      version: 8,
      began_with: 7,
      notes: "At the counter. Rang back, wants email.",
      us: { email: null, social: true },
      cells: { [email]: true },
    });
  });

  it("a49: somebody else's save shows at the next turn already, and Save does not go past it", async () => {
    const after = panel({ "us/email/service": "withdrawn" }, { version: 8 });
    const boxes = { ...after.form.boxes, us: { ...after.form.boxes.us, post: true } };
    const conflict = {
      message: "The customer changed Email on 21/11/2026 14:02.",
      view: after,
      form: { ...after.form, boxes },
      denied_more: true,
    };
    const waiting: (() => void)[] = [];
    const reply = previewOf({}, { version: 8, began_with: 7, conflict });
    const send = answer({
      preview_consent: () => new Promise((resolve) => waiting.push(() => resolve(reply))) as never,
    });
    const { user } = edit(panel({ "us/email/service": "granted" }));
    await user.click(box("Us: Letter"));
    await save(user);
    for (const go of waiting) go();
    expect(await screen.findByText(/The customer changed Email on/)).toBeInTheDocument();
    expect(sentTo(send, "save_consent")).toEqual([]);
    expect(box("Us: Email")).not.toBeChecked();
    expect(screen.getByRole("button", { name: "Save" })).toBeEnabled();
  });

  it("a49: does not offer what only the customer can give again", async () => {
    const after = panelOf(
      { cells: { "us/email/service": "withdrawn" }, locked: ["us/email/service"] },
      { version: 8 },
    );
    const conflict = {
      message: "The customer changed Email at 14:02.",
      view: after,
      form: after.form,
      denied_more: true,
    };
    answer({
      preview_consent: () =>
        previewOf(
          { offers: ["us/email/service_followup"] },
          { version: 8, began_with: 7, conflict },
        ),
    });
    const { user } = edit(panel({ "us/email/service": "assumed" }));
    await user.click(box("Us: Email (assumed, nobody asked)"));
    expect(
      await screen.findByRole("button", { name: "Give again: Us, Email, Service Follow Up" }),
    ).toBeDisabled();
  });

  it("sends the signed form only with a paper form", async () => {
    const send = answer({ preview_consent: () => previewOf(MOVED), save_consent: () => panel() });
    const { user, onClose } = edit(panel());
    await user.click(box("Us: Letter"));
    expect(box("The signed form is kept on file")).toBeDisabled();
    await user.click(screen.getByRole("radio", { name: "On paper" }));
    await user.click(box("The signed form is kept on file"));
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith(
      "save_consent",
      expect.objectContaining({ method: "paper_form", signed_form: true }),
    );
  });

  it("a06: lifts the exclusion first, asks again over that, and saves what is allowed from today", async () => {
    const ticked = sending({ email: false, post: true, service: true });
    const lifted = {
      exclusion: false,
      changes: [{ subject: "us/post/service_followup", becomes: "given" as const }],
      notes: "required" as const,
    };
    const send = answer({
      preview_consent: ({ version }) =>
        version === 7
          ? previewOf(lifted)
          : previewOf({ send: ticked, changes: lifted.changes }, { version }),
      set_exclusion: () => panel({}, { version: 8 }),
      save_consent: () => panel({}, { version: 9 }),
    });
    const { user, onClose } = edit(panel({ "us/email/service": "unset" }, { excluded: true }));
    expect(box("Us: Email")).toBeDisabled();
    await user.click(box("Exclude from all marketing channels"));
    expect(await screen.findByText(/Exclusion removed; what was allowed/)).toBeInTheDocument();
    expect(box("Us: Email")).toBeEnabled();
    await user.click(box("Us: Letter"));
    await user.click(box("Us: Service Follow Up"));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Came back.");
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const names = send.mock.calls.map(([name]) => name);
    expect(names.slice(-3)).toEqual(["set_exclusion", "preview_consent", "save_consent"]);
    expect(sentTo(send, "set_exclusion")).toEqual([
      expect.objectContaining({ version: 7, excluded: false, notes: "Came back." }),
    ]);
    expect(sentTo(send, "save_consent")).toEqual([
      expect.objectContaining({ ...ticked, version: 8 }),
    ]);
  });

  it("d08: an exclusion is recorded alone", async () => {
    const send = answer({
      preview_consent: () => previewOf({ exclusion: true, notes: "required" }),
      set_exclusion: () => panel({}, { version: 8, excluded: true }),
    });
    const { user, onClose } = edit(panel({ "us/email/service": "granted" }));
    await user.click(box("Exclude from all marketing channels"));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Rang to complain.");
    await save(user);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sentTo(send, "set_exclusion")).toEqual([expect.objectContaining({ excluded: true })]);
    expect(sentTo(send, "save_consent")).toEqual([]);
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
    expect(
      await screen.findByRole("dialog", { name: "Contact preferences of Siobhán O’Brien-Ng" }),
    ).toBeInTheDocument();
    for (const tick of screen.getAllByRole("checkbox")) expect(tick).not.toBeChecked();
    // Where nothing stands there is nothing to confirm.
    expect(screen.queryByRole("button", { name: /Confirmed/ })).not.toBeInTheDocument();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(send.mock.calls.map(([name]) => name)).toEqual(["get_consent"]);
  });
});

import { Notifications, notifications } from "@mantine/notifications";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { ConsentView } from "@/bindings/commands";
import { panelOf, verdictOf } from "@/testing/consent";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConsentMarks } from "./ConsentMarks";
import { ConsentPanel } from "./ConsentPanel";

function open(view: ConsentView, more: Parameters<typeof answer>[0] = {}) {
  const send = answer({ get_consent: () => view, ...more });
  show(
    <>
      <Notifications />
      <label>
        Notes elsewhere <input />
      </label>
      <ConsentMarks contactId={view.contact_id} />
      <ConsentPanel contactId={view.contact_id} name="Siobhán" screen="contact_record" />
    </>,
  );
  return send;
}

afterEach(() => notifications.clean());

const sent = (send: ReturnType<typeof open>, name: string) =>
  send.mock.calls.filter(([command]) => command === name).map(([, input]) => input);

const given = { "us/phone/service": "granted", "us/phone/general": "granted" } as const;

describe("the panel", () => {
  it("says the verdict first and what was recorded second", async () => {
    const view = panelOf({ cells: given });
    const rows = view.rows.map((row) =>
      row.channel === "phone" ? { ...row, service: verdictOf("granted", "shared number") } : row,
    );
    open({ ...view, rows });
    const row = await screen.findByRole("row", { name: /^phone/ });
    const [service, general] = within(row).getAllByRole("cell");
    expect(service).toHaveTextContent(/^Not allowed\s*Yes, shared number$/);
    expect(general).toHaveTextContent(/^Allowed\s*Yes$/);
  });

  it("says what runs out and what is to be reviewed once, beside its date", async () => {
    const view = panelOf({ cells: given });
    open({
      ...view,
      reconsent_due: "2026-12-14",
      reconsent_text: "Ask again by 14/12/2026: in full.",
      review: { ...view.review, due: true, text: "Never gone through." },
    });
    expect(await screen.findAllByText(/14\/12\/2026, then ask again/)).toHaveLength(1);
    expect(screen.getByText("Last obtained").nextSibling).toHaveTextContent(
      "Good until 14/12/2026, then ask again",
    );
    expect(screen.getAllByText("Ask again by 14/12/2026: in full.")).toHaveLength(1);
    expect(screen.getByRole("button", { name: "Review now" })).toBeVisible();
    expect(screen.queryByText(/Consent runs out|Preferences never reviewed/)).toBeNull();
  });

  it("calls a clock in doubt by its name, and nothing run out that may not have", async () => {
    const doubt = { reconsent_due: "2027-12-03", reconsent_doubt: true };
    open({ ...panelOf({ cells: given }), ...doubt, reconsent_text: "Counts as run out." });
    expect(await screen.findByText("Clock in doubt: counts as run out")).toBeVisible();
    expect(screen.queryByText(/ran out|Good until/i)).toBeNull();
  });

  it("shows a mark for each channel beside the name, each with its words", async () => {
    open(panelOf({ cells: given }));
    expect(await screen.findByTitle("phone: yes")).toHaveTextContent("T");
    expect(screen.getByTitle("email: not_asked")).toHaveTextContent("E");
  });
});

describe("Stop", () => {
  it("records a No in two clicks where nobody was ever asked", async () => {
    const view = panelOf();
    const send = open(view, { stop_channel: () => ({ ...view, version: 8 }) });
    await userEvent.click(await screen.findByRole("button", { name: "Stop sms" }));
    await userEvent.click(screen.getByRole("button", { name: "In person" }));
    await screen.findByText("SMS stopped, said in person");
    expect(sent(send, "stop_channel")).toEqual([
      {
        contact_id: "1",
        version: 7,
        channel: "sms",
        method: "in_person",
        screen: "contact_record",
      },
    ]);
  });

  it("answers nothing by a second Enter, nor by Enter in the list of keys", async () => {
    const send = open(panelOf());
    (await screen.findByRole("button", { name: "Stop sms" })).focus();
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByText(/Stop sms: how/)).toHaveFocus());
    await userEvent.keyboard("{Enter}");
    await userEvent.keyboard("{Escape}s");
    await waitFor(() => expect(screen.getByText("Stop what?")).toHaveFocus());
    await userEvent.keyboard("{Enter}");
    expect(sent(send, "stop_channel")).toHaveLength(0);
  });

  it("records once, however often it is clicked", async () => {
    const view = panelOf();
    let done: (view: ConsentView) => void = () => undefined;
    const send = open(view, {
      stop_channel: () => new Promise<ConsentView>((resolve) => (done = resolve)) as never,
    });
    await screen.findByRole("button", { name: "Stop sms" });
    await userEvent.keyboard("ss");
    await userEvent.keyboard("ss");
    done({ ...view, version: 8 });
    await screen.findByText("SMS stopped, said by telephone");
    expect(sent(send, "stop_channel")).toHaveLength(1);
  });

  it("says why there is nothing to stop, and can be reached to hear it", async () => {
    const no = { "us/sms/service": "refused", "us/sms/general": "withdrawn" } as const;
    const third = {
      "third_party/sms/service": "refused",
      "third_party/sms/general": "refused",
    } as const;
    open(panelOf({ cells: { ...no, ...third } }));
    const button = await screen.findByRole("button", { name: "Stop sms" });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription("Everything for sms is No already");
    expect(button.closest("[tabindex='0']")).not.toBeNull();
  });

  it("takes two keys: S and the letter of the channel, with Shift in person", async () => {
    const view = panelOf();
    const send = open(view, { stop_channel: () => ({ ...view, version: 8 }) });
    await screen.findByRole("button", { name: "Stop sms" });
    await userEvent.keyboard("st");
    await waitFor(() => expect(sent(send, "stop_channel")).toHaveLength(1));
    await screen.findByText("Telephone stopped, said by telephone");
    await userEvent.keyboard("s{Shift>}A{/Shift}");
    await screen.findByText("All marketing stopped, said in person");
    expect(sent(send, "stop_channel")).toMatchObject([
      { channel: "phone", method: "phone" },
      { channel: null, method: "in_person" },
    ]);
  });

  it("leaves the keys to whoever writes, and any other letter closes the list", async () => {
    const send = open(panelOf());
    await screen.findByRole("button", { name: "Stop sms" });
    await userEvent.type(screen.getByLabelText("Notes elsewhere"), "st");
    expect(screen.queryByText("Stop what?")).toBeNull();
    (document.activeElement as HTMLElement).blur();
    await userEvent.keyboard("s");
    expect(await screen.findByText("Stop what?")).toBeVisible();
    await userEvent.keyboard("x");
    await waitFor(() => expect(screen.queryByText("Stop what?")).toBeNull());
    expect(sent(send, "stop_channel")).toHaveLength(0);
  });

  it("can be undone from its message and by U, once", async () => {
    const view = panelOf();
    const send = open(view, {
      stop_channel: () => ({ ...view, version: 8 }),
      undo_stop: () => ({ ...view, version: 9 }),
    });
    await screen.findByRole("button", { name: "Stop sms" });
    await userEvent.keyboard("se");
    await screen.findByRole("button", { name: "Undo (U)" });
    await userEvent.keyboard("u");
    await screen.findByText("Undone. It stands as before.");
    await userEvent.keyboard("u");
    expect(sent(send, "undo_stop")).toEqual([
      { contact_id: "1", version: 8, screen: "contact_record" },
    ]);
  });

  it("says who changed it meanwhile", async () => {
    open(panelOf(), { stop_channel: () => refuse("conflict", "Anna Kowalska changed SMS.") });
    await screen.findByRole("button", { name: "Stop sms" });
    await userEvent.keyboard("ss");
    expect(await screen.findByText(/Anna Kowalska changed SMS/)).toBeVisible();
  });
});

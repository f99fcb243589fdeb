import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import { panelOf, previewOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConsentPanel } from "./ConsentPanel";
import { EditConsentDialog } from "./EditConsentDialog";

const scene = {
  third: ["Acme"],
  unlisted: ["Dunn"],
  brands: ["Astra"],
  cells: {
    "us/email/service": "granted",
    "us/sms/service": "withdrawn",
    "third_party:Dunn/post/service": "granted",
  },
  locked: ["us/sms/service"],
  carried: ["us/email/service"],
} as const satisfies Parameters<typeof panelOf>[0];

function edit(view = panelOf({ ...scene, third: [...scene.third] }, { compact_form: true })) {
  const onClose = vi.fn();
  show(<EditConsentDialog view={view} name="Tom Reed" screen="contact_record" onClose={onClose} />);
  return { user: userEvent.setup({ delay: null }), onClose };
}

describe("the compact view, and the matrix behind it", () => {
  it("asks with the touched cells only, and loses nothing when the form is switched", async () => {
    const send = answer({
      preview_consent: ({ form }) =>
        previewOf({
          changes: Object.entries(form.cells).map(([subject, yes]) => ({
            subject,
            becomes: yes ? "given" : "refused",
          })),
          lines: Object.keys(form.cells).map((subject) => ({ becomes: "given", text: subject })),
        }),
    });
    const { user } = edit();
    await user.click(screen.getByRole("checkbox", { name: "Us: Letter" }));
    await user.click(screen.getByRole("radio", { name: "Every permission" }));
    const press = (name: string) => user.click(screen.getByLabelText(name, { selector: "button" }));
    await press("Acme, Email, General Dealer Marketing Messages: Yes");
    await press("Astra, Telephone, Service Follow Up: No");
    // What a save does stands in the matrix too.
    expect(await screen.findByText("→ No")).toBeInTheDocument();
    expect(screen.getByText("→ Yes")).toBeInTheDocument();
    expect(screen.getByText("+ third_party:Acme/email/general_marketing")).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "Ticks" }));
    expect(screen.getByRole("checkbox", { name: "Us: Letter" })).toBeChecked();
    expect(screen.getByText(/2 permissions are set singly/)).toBeInTheDocument();
    expect(send).toHaveBeenLastCalledWith(
      "preview_consent",
      expect.objectContaining({
        form: expect.objectContaining({
          boxes: expect.objectContaining({ us: expect.objectContaining({ post: true }) }),
          cells: {
            "third_party:Acme/email/general_marketing": true,
            "manufacturer:Astra/phone/service_followup": false,
          },
        }),
      }),
    );
  });

  it("d09: a brand's box is told apart from one that differs, and turns by hand", async () => {
    const send = answer({ preview_consent: () => previewOf() });
    const view = panelOf(
      { brands: ["Astra"], cells: { "manufacturer:Astra/sms/general": "granted" } },
      { compact_form: true },
    );
    const { user } = edit(view);
    const astra = screen.getByRole("checkbox", { name: "Details may be passed to Astra" });
    expect(screen.getByText(/In part. Tick it to allow everything/)).toBeInTheDocument();
    await user.click(astra);
    expect(astra).toBeChecked();
    expect(send).toHaveBeenLastCalledWith(
      "preview_consent",
      expect.objectContaining({
        form: expect.objectContaining({
          boxes: expect.objectContaining({ brands: { Astra: true } }),
          brands_ticked: ["Astra"],
        }),
      }),
    );
  });
});

describe("the panel", () => {
  const open = (view: ReturnType<typeof panelOf>) => {
    answer({ get_consent: () => view });
    show(<ConsentPanel contactId={view.contact_id} name="Tom Reed" screen="contact_record" />);
    return userEvent.setup({ delay: null });
  };

  it("d13, n19: says never recorded, and what was carried over", async () => {
    const view = panelOf({ ...scene, third: [...scene.third] });
    const each = "Acme: Not asked\nDunn: Given";
    const third_party = { shade: "given" as const, words: "1 of 2 given", carried: false, each };
    open({ ...view, rows: view.rows.map((row) => ({ ...row, third_party })) });
    expect(await screen.findByText("Never recorded")).toBeInTheDocument();
    expect(screen.getByText(/, Carried over from the old system/)).toBeInTheDocument();
    expect(screen.getByText("Dotted line: carried over from the old system.")).toBeInTheDocument();
    expect(screen.getAllByText("1 of 2 given")).toHaveLength(5);
  });

  it("shows what the profile shows and nothing else", async () => {
    const full = panelOf({ cells: { "us/email/service": "granted" } });
    const view = {
      ...full,
      purposes_shown: false,
      third_parties_shown: false,
      parties: full.parties.filter(({ party }) => party === "us"),
      rows: full.rows.slice(0, 4).map((row) => ({
        ...row,
        us: { shade: "given" as const, words: `Given: ${row.channel}`, carried: false, each: null },
      })),
    };
    open(view);
    expect(await screen.findByRole("columnheader", { name: "Us" })).toBeInTheDocument();
    expect(screen.getAllByRole("rowheader")).toHaveLength(4);
    expect(screen.queryByRole("columnheader", { name: "T.P." })).not.toBeInTheDocument();
    expect(screen.getByText("Given: email")).toBeInTheDocument();
  });

  it("opens the full grid: a row for each channel, state, date and ground in each cell", async () => {
    const user = open(panelOf({ ...scene, third: [...scene.third] }));
    await user.click(await screen.findByRole("button", { name: "All permissions" }));
    const dialog = await screen.findByRole("dialog", { name: "All permissions of Tom Reed" });
    expect(within(dialog).getAllByRole("rowheader")).toHaveLength(5);
    const columns = within(dialog).getAllByRole("columnheader");
    expect(columns.map((one) => one.textContent)).toEqual([
      "Channel",
      "UsService Follow Up",
      "UsGeneral Dealer Marketing Messages",
      "AcmeService Follow Up",
      "AcmeGeneral Dealer Marketing Messages",
      "DunnService Follow Up, No longer in Settings",
      "DunnGeneral Dealer Marketing Messages, No longer in Settings",
      "AstraService Follow Up",
      "AstraGeneral Dealer Marketing Messages",
    ]);
    expect(within(dialog).getAllByText("14/12/2025, consent")).toHaveLength(2);
  });
});

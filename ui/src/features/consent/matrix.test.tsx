import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import type { CellChange, ConsentForm, ConsentView } from "@/bindings/commands";
import { panelOf } from "@/testing/consent";
import { show } from "@/testing/render";
import { ConsentMatrix } from "./ConsentMatrix";
import { withCells } from "./form";

interface HeldProps {
  view: ConsentView;
  changes: CellChange[];
  disabled: boolean;
  turned: { cells: ConsentForm["cells"] };
}

function Held({ view, changes, disabled, turned }: HeldProps) {
  const [form, setForm] = useState(view.form);
  turned.cells = form.cells;
  return (
    <>
      <input aria-label="Before" />
      <ConsentMatrix
        view={view}
        cells={form.cells}
        changes={changes}
        disabled={disabled}
        onTurn={(subjects, value) => setForm((was) => withCells(was, subjects, value))}
      />
      <input aria-label="After" />
    </>
  );
}

/** The matrix over a panel, between two fields; `turned` is what it was turned to. */
function open(view: ConsentView, changes: CellChange[] = [], disabled = false) {
  const turned = { cells: {} };
  show(<Held view={view} changes={changes} disabled={disabled} turned={turned} />);
  return { turned: turned as HeldProps["turned"], user: userEvent.setup({ delay: null }) };
}

// By their labels: to compute the name of every button takes long.
const cell = (name: string) => screen.getByLabelText(name, { selector: "[role=group]" });
const press = (name: string) => screen.getByLabelText(name, { selector: "button" });

describe("the consent matrix", () => {
  it("n04: has channels for rows, and our kinds and each further party for columns", () => {
    open(panelOf({ third: ["Acme"], brands: ["Astra"] }));
    expect(screen.getAllByRole("rowheader").map((one) => one.textContent)).toEqual([
      "Email",
      "SMS",
      "Letter",
      "Telephone",
      "Social Media",
      "Every channel",
    ]);
    expect(screen.getAllByRole("columnheader").map((one) => one.textContent)).toEqual([
      "Channel",
      "UsService Follow Up",
      "UsGeneral Dealer Marketing Messages",
      "AcmeThird party",
      "AstraManufacturer",
      "Everything",
    ]);
  });

  it("2.6: where kinds are shown as one, a column writes both, and parties not shown are absent", async () => {
    const full = panelOf();
    const { turned, user } = open({
      ...full,
      purposes_shown: false,
      parties: full.parties.filter(({ party }) => party === "us"),
    });
    expect(screen.getAllByRole("columnheader")).toHaveLength(2);
    await user.click(press("Email, Marketing: Yes"));
    expect(turned.cells).toEqual({
      "us/email/service_followup": true,
      "us/email/general_marketing": true,
    });
  });

  it("c3: says No where nobody was asked, and goes back to not asked", async () => {
    const { turned, user } = open(panelOf());
    expect(cell("SMS, Service Follow Up: Not asked")).toBeInTheDocument();
    await user.click(press("SMS, Service Follow Up: No"));
    expect(cell("SMS, Service Follow Up: No")).toBeInTheDocument();
    expect(turned.cells).toEqual({ "us/sms/service_followup": false });
    await user.click(press("SMS, Service Follow Up: Not asked"));
    expect(turned.cells).toEqual({});
  });

  it("c1: a double click answers once, in one cell, and no row moves for it", async () => {
    const { turned, user } = open(panelOf());
    const height = () => screen.getByRole("grid").querySelectorAll("tr, small").length;
    const before = height();
    await user.dblClick(press("Email, Service Follow Up: Yes"));
    expect(turned.cells).toEqual({ "us/email/service_followup": true });
    expect(height()).toBe(before);
  });

  it("shows what stands as its position and in words, and does not count it as turned", () => {
    const cells = {
      "us/email/service": "granted",
      "us/sms/service": "refused",
      "us/post/service": "assumed",
      "us/phone/service": "expired",
    } as const;
    const { turned } = open(panelOf({ cells }));
    expect(within(cell("Email, Service Follow Up: Yes")).getAllByText("Yes")).toHaveLength(2);
    expect(within(cell("SMS, Service Follow Up: No")).getAllByText("No")).toHaveLength(2);
    // Nobody asked, or too long ago: no answer that counts.
    expect(cell("Letter, Service Follow Up: Assumed")).toBeInTheDocument();
    expect(cell("Telephone, Service Follow Up: Expired")).toBeInTheDocument();
    expect(turned.cells).toEqual({});
    // What stands can be changed, not made unsaid.
    expect(press("Email, Service Follow Up: Not asked")).toBeDisabled();
  });

  it("says in a cell what a save will make of it", () => {
    open(panelOf({ cells: { "us/email/service": "granted" } }), [
      { subject: "us/email/service_followup", becomes: "taken" },
      { subject: "us/sms/service_followup", becomes: "refused" },
      { subject: "us/post/service_followup", becomes: "given" },
    ]);
    expect(screen.getAllByText("→ No")).toHaveLength(2);
    expect(screen.getAllByText("→ Yes")).toHaveLength(1);
  });

  it("answers a whole row, a whole column, and everything, but what cannot be given", async () => {
    const { turned, user } = open(
      panelOf({
        third: ["Acme"],
        unlisted: ["Dunn"],
        cells: { "third_party:Dunn/sms/service": "granted", "us/email/general": "withdrawn" },
        locked: ["us/email/general"],
      }),
    );
    await user.click(press("SMS, everything: No"));
    expect(Object.keys(turned.cells)).toEqual([
      "us/sms/service_followup",
      "us/sms/general_marketing",
      "third_party:Acme/sms/service_followup",
      "third_party:Acme/sms/general_marketing",
      "third_party:Dunn/sms/service_followup",
    ]);
    await user.click(press("SMS, everything: Not asked"));
    expect(turned.cells).toEqual({});
    await user.click(press("Every channel, General Dealer Marketing Messages: Yes"));
    expect(Object.keys(turned.cells)).toEqual(
      ["sms", "post", "phone", "social"].map((channel) => `us/${channel}/general_marketing`),
    );
    await user.click(press("Every channel, everything: Yes"));
    expect(turned.cells["third_party:Dunn/sms/service_followup"]).toBeUndefined();
    expect(turned.cells["us/email/general_marketing"]).toBeUndefined();
    expect(Object.keys(turned.cells)).toHaveLength(19);
  });

  it("g6: locks what only the customer can give again, and says why", async () => {
    const { turned, user } = open(
      panelOf({ cells: { "us/sms/service": "withdrawn" }, locked: ["us/sms/service"] }),
    );
    const locked = cell("SMS, Service Follow Up: No");
    expect(within(locked).getByText(/Only the customer can give it again/)).toBeInTheDocument();
    expect(within(locked).queryByRole("button")).not.toBeInTheDocument();
    locked.focus();
    await user.keyboard("y");
    expect(turned.cells).toEqual({});
  });

  it("is answered by keys: arrows move, Y, N and Space or Delete answer, Tab leaves in one step", async () => {
    const { turned, user } = open(panelOf());
    await user.click(screen.getByRole("textbox", { name: "Before" }));
    await user.tab();
    expect(cell("Email, Service Follow Up: Not asked")).toHaveFocus();
    await user.keyboard("y{ArrowDown}n{ArrowRight}N");
    expect(turned.cells).toEqual({
      "us/email/service_followup": true,
      "us/sms/service_followup": false,
      "us/sms/general_marketing": false,
    });
    await user.keyboard("{Delete}{ArrowLeft} {ArrowUp}");
    expect(turned.cells).toEqual({ "us/email/service_followup": true });
    expect(cell("Email, Service Follow Up: Yes")).toHaveFocus();
    await user.keyboard("{ArrowUp}{ArrowLeft}{End}");
    expect(cell("Email, everything: differs")).toHaveFocus();
    // Past the cells only what stands below the table: its one box, then the next field.
    await user.tab();
    await user.tab();
    expect(screen.getByRole("textbox", { name: "After" })).toHaveFocus();
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(cell("Email, everything: differs")).toHaveFocus();
  });

  it("a21: further parties' kinds can be asked apart, and stand apart where they differ", async () => {
    const { turned, user } = open(panelOf({ third: ["Acme"] }));
    await user.click(screen.getByRole("checkbox", { name: /service and general messages apart/ }));
    await user.click(press("Acme, Email, General Dealer Marketing Messages: Yes"));
    expect(turned.cells).toEqual({ "third_party:Acme/email/general_marketing": true });
    await user.click(screen.getByRole("checkbox", { name: /service and general messages apart/ }));
    expect(cell("Acme, Email: differs")).toBeInTheDocument();
  });

  it("opens with them apart where they differ already", () => {
    open(panelOf({ third: ["Acme"], cells: { "third_party:Acme/email/general": "granted" } }));
    expect(cell("Acme, Email, General Dealer Marketing Messages: Yes")).toBeInTheDocument();
  });

  it("answers nothing while the contact is excluded, and shows no old yes once that is lifted", async () => {
    const view = panelOf({ cells: { "us/email/service": "granted" } }, { excluded: true });
    const { turned, user } = open(view, [], true);
    expect(press("Email, Service Follow Up: Yes")).toBeDisabled();
    expect(press("Email, Service Follow Up: Yes")).toHaveAttribute("aria-pressed", "false");
    cell("Email, Service Follow Up: Yes").focus();
    await user.keyboard("y");
    expect(turned.cells).toEqual({});
  });
});

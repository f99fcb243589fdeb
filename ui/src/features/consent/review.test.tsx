import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ConsentView } from "@/bindings/commands";
import { panelOf, previewOf } from "@/testing/consent";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConsentPanel } from "./ConsentPanel";
import { ReviewDialog } from "./ReviewDialog";
import { type Module, ReviewGate } from "./ReviewGate";

const due = (deferrals = 0, more: Partial<ConsentView["review"]> = {}) =>
  panelOf(
    { cells: { "us/email/service": "granted" } },
    {
      review: {
        due: true,
        text: "Last gone through on 06/02/2026, over 6 months ago.",
        deferrals,
        reason_needed: deferrals >= 3,
        modules: ["service", "sales_enquiries", "parts"],
        ...more,
      },
    },
  );

function review(view: ConsentView) {
  const onAnswered = vi.fn();
  show(
    <ReviewDialog
      view={view}
      name="Tom Reed"
      screen="contact_record"
      onClose={vi.fn()}
      onAnswered={onAnswered}
    />,
  );
  return { user: userEvent.setup({ delay: null }), onAnswered };
}

const defer = () => screen.getByRole("button", { name: "Customer not present, remind me" });

describe("n14: the review of the preferences", () => {
  it("is asked for on the record, carries the ticks forward, and is recorded as it stands", async () => {
    const send = answer({ get_consent: () => due(1), save_consent: () => panelOf() });
    const user = userEvent.setup({ delay: null });
    show(<ConsentPanel contactId={due().contact_id} name="Tom Reed" screen="service_record" />);
    expect(await screen.findByText(/Put off once./)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Review now" }));
    expect(
      await screen.findByRole("dialog", { name: "Review preferences of Tom Reed" }),
    ).toBeInTheDocument();
    expect(
      screen.getByLabelText("Email, Service Follow Up: Yes", { selector: "[role=group]" }),
    ).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    await user.click(screen.getByRole("button", { name: "Confirmed, nothing changed" }));
    expect(await screen.findByText("Say how the customer answered.")).toBeInTheDocument();
    await user.click(screen.getByRole("radio", { name: "In person" }));
    await user.click(screen.getByRole("button", { name: "Confirmed, nothing changed" }));
    await waitFor(() =>
      expect(send).toHaveBeenCalledWith(
        "save_consent",
        expect.objectContaining({
          screen: "service_record",
          cells: {},
          reconfirmed: false,
          review: true,
          words: "none",
        }),
      ),
    );
  });

  it("cannot be confirmed where nobody was ever asked, which would pass for asked", () => {
    const { review: asked } = due();
    review(panelOf({}, { review: asked }));
    expect(screen.queryByRole("button", { name: /Confirmed/ })).not.toBeInTheDocument();
    expect(screen.queryByRole("checkbox", { name: /re-confirmed/ })).not.toBeInTheDocument();
    expect(defer()).toBeEnabled();
  });

  it("is put off at once three times", async () => {
    const send = answer({ defer_review: () => due(3) });
    const { user, onAnswered } = review(due(2));
    await user.click(defer());
    await waitFor(() => expect(onAnswered).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith("defer_review", {
      contact_id: "1",
      version: 7,
      reason: "",
      screen: "contact_record",
    });
  });

  it("asks for a reason the fourth time, and going back loses nothing", async () => {
    const send = answer({ defer_review: () => due(4) });
    const { user, onAnswered } = review(due(3));
    await user.type(screen.getByRole("textbox", { name: /Notes/ }), "Half done.");
    await user.click(defer());
    await user.click(screen.getByRole("button", { name: "Remind me" }));
    expect(await screen.findByText(/Write down why the review cannot/)).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Back" }));
    expect(screen.getByRole("textbox", { name: /Notes/ })).toHaveValue("Half done.");
    await user.click(defer());
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "Key drop at night.");
    await user.click(screen.getByRole("button", { name: "Remind me" }));
    await waitFor(() => expect(onAnswered).toHaveBeenCalled());
    expect(send).toHaveBeenCalledWith(
      "defer_review",
      expect.objectContaining({ reason: "Key drop at night." }),
    );
  });
});

describe("a17: a module that waits for the review", () => {
  const gate = (view: ConsentView, module: Module) => {
    const send = answer({
      get_consent: () => view,
      preview_consent: () => previewOf(),
      defer_review: () => view,
    });
    show(
      <ReviewGate contactId={view.contact_id} name="Tom Reed" screen="parts" module={module}>
        {(readOnly) => <p>{readOnly ? "To be read" : "To be changed"}</p>}
      </ReviewGate>,
    );
    return { user: userEvent.setup({ delay: null }), send };
  };
  const dialog = { name: "Review preferences of Tom Reed" };

  it("can be made small but not closed, and the record is read-only until it is answered", async () => {
    const { user, send } = gate(due(), "parts");
    await screen.findByRole("dialog", dialog);
    expect(screen.queryByRole("button", { name: "Close" })).not.toBeInTheDocument();
    await user.click(screen.getByLabelText("SMS, Service Follow Up: No", { selector: "button" }));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog", dialog)).not.toBeInTheDocument());
    expect(screen.getByText("To be read")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Review now" }));
    await screen.findByRole("dialog", dialog);
    expect(
      screen.getByLabelText("SMS, Service Follow Up: No", { selector: "[role=group]" }),
    ).toBeInTheDocument();
    await user.click(defer());
    expect(await screen.findByText("To be changed")).toBeInTheDocument();
    expect(screen.queryByRole("dialog", dialog)).not.toBeInTheDocument();
    expect(send.mock.calls.filter(([name]) => name === "defer_review")).toHaveLength(1);
  });

  it("does not wait in a module that Settings leave out", async () => {
    gate(due(), "crm");
    expect(await screen.findByText("To be changed")).toBeInTheDocument();
    expect(screen.queryByRole("dialog", dialog)).not.toBeInTheDocument();
  });

  it("does not wait when nothing is due", async () => {
    gate(panelOf(), "parts");
    expect(await screen.findByText("To be changed")).toBeInTheDocument();
  });
});

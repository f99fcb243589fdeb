import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { ContactView } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { CircumstanceDialog, type CircumstanceStep } from "./CircumstanceDialogs";

const tom = { id: "7", display_name: "Tom Reed", died: null, gone_away: null } as unknown as ContactView;

function open(step: CircumstanceStep, contact: ContactView = tom) {
  const onClose = vi.fn();
  show(<CircumstanceDialog step={step} contact={contact} onClose={onClose} />);
  return { user: userEvent.setup({ delay: null }), onClose };
}

describe("what happened to a customer", () => {
  it("records a death with who told it, the day only where it is known", async () => {
    const record = vi.fn(() => tom);
    answer({ record_death: record });
    const { user, onClose } = open("death");
    await user.click(screen.getByRole("button", { name: "Record" }));
    expect(screen.getByText("Say who told us.")).toBeInTheDocument();
    expect(record).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText(/Who told us/), "Her son");
    await user.click(screen.getByRole("button", { name: "Record" }));
    expect(record).toHaveBeenLastCalledWith({ contact_id: "7", told_by: "Her son" });
    expect(onClose).toHaveBeenCalled();
  });

  it("keeps what was typed where the day is refused, and says why beside it", async () => {
    const words = "That day lies in the future.";
    answer({ record_death: () => refuse("invalid", words, { died_on: words }) });
    const { user, onClose } = open("death");
    await user.type(screen.getByLabelText("Died on, if known"), "03/11/2099");
    await user.type(screen.getByLabelText(/Who told us/), "Her son");
    await user.click(screen.getByRole("button", { name: "Record" }));
    expect((await screen.findAllByText("That day lies in the future.")).length).toBeGreaterThan(0);
    expect(screen.getByLabelText("Died on, if known")).toHaveValue("03/11/2099");
    expect(onClose).not.toHaveBeenCalled();
  });

  it("takes a death back for a reason only", async () => {
    const undo = vi.fn(() => tom);
    answer({ undo_death: undo });
    const { user } = open("undoDeath");
    await user.click(screen.getByRole("button", { name: "Take back" }));
    expect(screen.getByText("Write down why.")).toBeInTheDocument();
    await user.type(screen.getByLabelText(/Why it was wrong/), "Another Mr Reed");
    await user.click(screen.getByRole("button", { name: "Take back" }));
    expect(undo).toHaveBeenLastCalledWith({ contact_id: "7", reason: "Another Mr Reed" });
  });

  it("notes that somebody went away, known since today unless it is said otherwise", async () => {
    const gone = vi.fn(() => tom);
    answer({ record_gone_away: gone });
    const { user } = open("goneAway");
    await user.click(screen.getByRole("button", { name: "Record" }));
    expect(gone).toHaveBeenLastCalledWith({ contact_id: "7", on: expect.stringMatching(/^\d{4}-/) });
  });
});

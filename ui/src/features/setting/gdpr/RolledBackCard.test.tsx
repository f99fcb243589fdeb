import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Right } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { RolledBackCard } from "./RolledBackCard";

const words =
  "These are not the records that this computer remembers. It remembers line 42 (ab12cd34).";

function draw(rights: Right[] = ["change_gdpr_option"]) {
  const send = answer({
    accept_ledger_head: ({ reason }) =>
      reason ? {} : refuse("invalid", "No.", { reason: "Say why." }),
  });
  show(<RolledBackCard words={words} />, { rights });
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("A book that this computer does not remember", () => {
  it("is gone on with for a reason", async () => {
    const { send, user } = draw();
    expect(screen.getByRole("note")).toHaveTextContent(words);
    const goOn = async () => {
      const dialog = await screen.findByRole("dialog", { name: "Is there no newer copy?" });
      expect(dialog).toHaveTextContent("stays lost");
      await user.click(within(dialog).getByRole("button", { name: "Go on with these records" }));
    };
    await user.click(screen.getByRole("button", { name: "Go on with these records" }));
    expect(send).not.toHaveBeenCalled();
    await goOn();
    expect(await screen.findByText("Say why.")).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: /^Reason/ }), "The disk failed{Enter}");
    await goOn();
    await waitFor(() =>
      expect(send).toHaveBeenLastCalledWith("accept_ledger_head", { reason: "The disk failed" }),
    );
  });

  it("says which right is missing", () => {
    draw(["access_settings"]);
    expect(screen.getByRole("textbox", { name: /^Reason/ })).toBeDisabled();
    expect(screen.getByRole("button", { name: "Go on with these records" })).toBeDisabled();
  });
});

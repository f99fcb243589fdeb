import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Right } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { ClockBehindCard } from "./ClockBehindCard";

const words =
  "This computer's clock says 21/11/2026 09:00, but the last entry was made on 01/01/2099 09:00.";

function draw(rights: Right[] = ["change_gdpr_option"]) {
  const send = answer({
    accept_clock: ({ reason }) =>
      reason ? {} : refuse("invalid", "No.", { reason: "Say how you know." }),
  });
  show(<ClockBehindCard words={words} />, { rights });
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("A clock behind the last entry", () => {
  it("is vouched for with a reason", async () => {
    const { send, user } = draw();
    expect(screen.getByRole("note")).toHaveTextContent(words);
    await user.click(screen.getByRole("button", { name: "The clock is right now" }));
    expect(await screen.findByText("Say how you know.")).toBeInTheDocument();
    await user.type(screen.getByRole("textbox", { name: /^Reason/ }), "Battery replaced{Enter}");
    await waitFor(() =>
      expect(send).toHaveBeenLastCalledWith("accept_clock", { reason: "Battery replaced" }),
    );
  });

  it("says which right is missing", () => {
    draw(["access_settings"]);
    expect(screen.getByRole("textbox", { name: /^Reason/ })).toBeDisabled();
    expect(screen.getByRole("button", { name: "The clock is right now" })).toBeDisabled();
  });
});

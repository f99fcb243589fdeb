import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import type { ContactId, PortalLinksPrepared } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { PortalLinksButton } from "./PortalLinksButton";

const ids = (...names: string[]) => names as ContactId[];

function links(of: ContactId[], reply: () => PortalLinksPrepared) {
  const send = answer({ prepare_portal_links: reply });
  show(
    <MemoryRouter>
      <PortalLinksButton
        ids={of}
        refusedActions={(refused) => <output aria-label="Print for">{refused.join(" ")}</output>}
      />
    </MemoryRouter>,
  );
  return { send, user: userEvent.setup({ delay: null }) };
}

async function prepare(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole("button", { name: "Email portal link" }));
  await user.click(await screen.findByRole("button", { name: "Prepare emails" }));
}

describe("Email portal link for a selection", () => {
  it("tells who gets a draft, and for whom it was refused and why (A-23)", async () => {
    const { send, user } = links(ids("1", "2", "3"), () => ({
      prepared: [
        {
          contact_id: "1" as ContactId,
          name: "Jo Granted",
          address: "jo@example.org",
          handed_over: "mailto",
        },
      ],
      refused: [
        {
          contact_id: "2" as ContactId,
          name: "Jo Withdrawn",
          reasons: ["Email: withdrawn on 15/03/2025", "a request for consent is marketing"],
        },
        {
          contact_id: "3" as ContactId,
          name: "Jo Bare",
          reasons: ["Email: no address or number on file"],
        },
      ],
    }));
    await prepare(user);
    expect(send).toHaveBeenCalledWith("prepare_portal_links", { contact_ids: ["1", "2", "3"] });
    const prepared = await screen.findByRole("region", { name: "Prepared" });
    expect(within(prepared).getByText("jo@example.org")).toBeInTheDocument();
    const refused = screen.getByRole("region", { name: "Not prepared" });
    expect(within(refused).getByText("Jo Withdrawn")).toBeInTheDocument();
    expect(
      within(refused).getByText(
        "Email: withdrawn on 15/03/2025; a request for consent is marketing",
      ),
    ).toBeInTheDocument();
    expect(within(refused).getByLabelText("Print for")).toHaveTextContent("2 3");
  });

  it("does nothing before it is confirmed", async () => {
    const { send, user } = links(ids("1"), () => ({ prepared: [], refused: [] }));
    await user.click(screen.getByRole("button", { name: "Email portal link" }));
    expect(await screen.findByText(/A request for consent is marketing\./)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(send).not.toHaveBeenCalled();
  });

  it("leads to the settings while the portal is not set up", async () => {
    const { user } = links(ids("1"), () =>
      refuse("invalid", "The Customer Consent Portal is not set up: it is switched off."),
    );
    await prepare(user);
    expect(await screen.findByText("The Consent Portal is not set up")).toBeInTheDocument();
    expect(screen.getByText(/it is switched off/)).toBeInTheDocument();
  });

  it("says beforehand that these are too many", () => {
    links(ids(...Array.from({ length: 26 }, (_, at) => String(at))), () => refuse("invalid"));
    const button = screen.getByRole("button", { name: "Email portal link" });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(/^At most 25 contacts at once/);
  });
});

import { screen } from "@testing-library/react";
import { MemoryRouter } from "react-router";
import { describe, expect, it, vi } from "vitest";
import type { ContactId, PortalLinkChecked } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { PortalLinkDialog } from "./PortalLinkDialog";

function open(check: () => PortalLinkChecked) {
  answer({ check_portal_link: check });
  show(
    <MemoryRouter>
      <PortalLinkDialog
        contactId={"1" as ContactId}
        name="Siobhán"
        emails={[{ address: "siobhan@example.org", kind: "home" }]}
        onClose={vi.fn()}
      />
    </MemoryRouter>,
  );
}

describe("the portal link says beforehand", () => {
  it("that email is not allowed, and why", async () => {
    open(() => ({ allowed: false, reasons: ["Email: no permission recorded"] }));
    expect(await screen.findByText("Email: no permission recorded")).toBeVisible();
    expect(screen.getByText(/not allowed, unless the customer asked/)).toBeVisible();
  });

  it("that it is allowed", async () => {
    open(() => ({ allowed: true, reasons: [] }));
    expect(await screen.findByText(/^Email is allowed/)).toBeVisible();
  });

  it("that the portal is not set up", async () => {
    open(() => refuse("invalid", "The Customer Consent Portal is not set up: it is switched off."));
    expect(await screen.findByText(/it is switched off/)).toBeVisible();
  });
});

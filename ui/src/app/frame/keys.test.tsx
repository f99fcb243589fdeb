import { Notifications, notifications } from "@mantine/notifications";
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider, useLocation } from "react-router";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Right } from "@/bindings/commands";
import { WithKey } from "@/components/CommandKeys";
import { type Offer, useCommands } from "@/lib/commands";
import { show } from "@/testing/render";
import { FrameCommands } from "./FrameCommands";
import { NotFound } from "./NotFound";

function Where() {
  return <output aria-label="where">{useLocation().pathname}</output>;
}

function Record({ offers }: { offers: Offer[] }) {
  useCommands(offers);
  return (
    <WithKey id="consent.edit">
      <button type="button">Edit Marketing Consent</button>
    </WithKey>
  );
}

function open(offers: Offer[] = [], rights: Right[] = []) {
  const screens = (
    <>
      <FrameCommands />
      <Record offers={offers} />
      <Where />
    </>
  );
  const router = createMemoryRouter([{ path: "*", element: screens }], {
    initialEntries: ["/customers", "/customers/contacts/1"],
  });
  show(
    <>
      <RouterProvider router={router} />
      <Notifications />
    </>,
    { rights },
  );
  return userEvent.setup({ delay: null });
}

afterEach(() => notifications.clean());

describe("keys on every screen", () => {
  it("go back, forward and to a new contact", async () => {
    const user = open();
    const where = screen.getByLabelText("where");
    await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
    expect(where).toHaveTextContent("/customers");
    await user.keyboard("{Alt>}{ArrowRight}{/Alt}");
    expect(where).toHaveTextContent("/customers/contacts/1");
    await user.keyboard("{Control>}n{/Control}");
    expect(where).toHaveTextContent("/customers/contacts/new");
  });

  it.each(["?", "{F1}"])("%s lists those in force, and no others", async (key) => {
    const erase = vi.fn();
    const user = open([
      { id: "consent.edit", missing: "Needs: some right", run: erase },
      { id: "record.print", run: erase },
    ]);
    await user.keyboard(key);
    const dialog = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    const here = within(within(dialog).getByRole("region", { name: "On this record" }));
    expect(here.getByText("Print form").parentElement).toHaveTextContent("Print formPCtrl P");
    expect(here.getByText("Edit consent")).toHaveTextContent("Needs: some right");
    expect(here.queryByText("GDPR tab")).not.toBeInTheDocument();
    expect(within(dialog).getByText("New contact").parentElement).toHaveTextContent("Ctrl N");
    await user.keyboard("p");
    expect(erase, "the dialog keeps the keyboard").not.toHaveBeenCalled();
    await user.keyboard("{Escape}p");
    expect(erase).toHaveBeenCalledTimes(1);
  });

  it("say in the corner why one may not", async () => {
    const user = open([{ id: "consent.edit", missing: "Needs: some right", run: vi.fn() }]);
    await user.keyboard("e");
    expect(await screen.findByRole("alert")).toHaveTextContent("Needs: some right");
  });

  it("stand at the buttons that do the same", async () => {
    const user = open();
    const button = screen.getByRole("button", { name: "Edit Marketing Consent" });
    expect(button).toHaveAttribute("aria-keyshortcuts", "E");
    await user.hover(button);
    expect(await screen.findByRole("tooltip")).toHaveTextContent("E");
  });
});

describe("an address that leads nowhere", () => {
  it("says so once", () => {
    const router = createMemoryRouter([{ path: "*", element: <NotFound /> }]);
    show(<RouterProvider router={router} />);
    expect(screen.getAllByText("There is no such screen")).toHaveLength(1);
  });
});

import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { AccountChanges as Told } from "@/bindings/commands";
import { SessionProvider } from "@/lib/session";
import { answer } from "@/testing/platform";
import { sessionWith, show } from "@/testing/render";
import { AccountChanges } from "./AccountChanges";

const told: Told = {
  up_to: 41,
  changes: [
    {
      local: "21/11/2026 10:00",
      by: "Anna Kowalska",
      password: false,
      granted: ["export_reports"],
      removed: ["send_mailshots", "access_settings"],
    },
    { local: "21/11/2026 10:42", by: "Anna Kowalska", password: true, granted: [], removed: [] },
  ],
};

function draw(account_changes: Told) {
  const send = answer({ acknowledge_account_changes: () => ({}) });
  show(
    <SessionProvider value={{ ...sessionWith(), account_changes }}>
      <main id="main">
        <div role="grid" tabIndex={0} aria-label="All Contacts" />
      </main>
      <AccountChanges />
    </SessionProvider>,
  );
  return { send, user: userEvent.setup({ delay: null }) };
}

describe("What others changed of one’s account", () => {
  it("says who did what and when, and is read by Enter", async () => {
    const { send, user } = draw(told);
    const items = (await screen.findAllByRole("listitem")).map((item) => item.textContent);
    expect(items).toEqual([
      "21/11/2026 10:00: Anna Kowalska gave you “Can Export Reports”; took “Can Send Mailshots”, “Access to Settings” away from you",
      "21/11/2026 10:42: Anna Kowalska set a new password for you",
    ]);
    await waitFor(() => expect(screen.getByRole("button", { name: "OK" })).toHaveFocus());
    await user.keyboard("{Enter}");
    await waitFor(() =>
      expect(send).toHaveBeenCalledExactlyOnceWith("acknowledge_account_changes", { up_to: 41 }),
    );
  });

  it("can be put off by Esc, unread", async () => {
    const { send, user } = draw(told);
    await screen.findByRole("dialog", { name: "Your account was changed" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(send).not.toHaveBeenCalled();
    // Where a sign-in without news begins: the arrow keys walk the list at once.
    expect(screen.getByRole("grid")).toHaveFocus();
  });

  it("says nothing when nothing changed", () => {
    draw({ up_to: 0, changes: [] });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });
});

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import type { StartupView } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { RenewRecoveryKey } from "./RenewRecoveryKey";

const issued = {
  recovery_key: "7KQ2-M8DX-0VRT-4PHN-ZC61-9WGE-J3SB-5YAF",
  asked_groups: [3, 7] as [number, number],
  in_keychain: true,
  until_typed_back: "Until this key is typed back, the old sheet goes on opening this dealership.",
};
const signedIn = { phase: "signed_in" } as StartupView;
const rights = { rights: ["change_gdpr_option" as const] };

async function renew(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole("button", { name: "Make a new recovery key" }));
  const asked = await screen.findByRole("dialog", { name: "Make a new recovery key?" });
  expect(asked).toHaveTextContent(
    "Until the new key is typed back, the sheet you have goes on working",
  );
  await user.click(within(asked).getByRole("button", { name: "Make a new recovery key" }));
  return screen.findByRole("dialog", { name: "Recovery key" });
}

it("says that the sheet before still opens, and can be left for later with Esc", async () => {
  const user = userEvent.setup();
  answer({ renew_recovery_key: () => issued });
  show(<RenewRecoveryKey />, rights);
  const dialog = await renew(user);
  expect(dialog).toHaveTextContent("the old sheet goes on opening this dealership");
  await waitFor(() =>
    expect(within(dialog).getByRole("button", { name: "Print emergency sheet" })).toHaveFocus(),
  );
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByText("0VRT")).not.toBeInTheDocument());
});

it("leads from the printed sheet to two groups, and back to the mistyped one", async () => {
  const user = userEvent.setup();
  answer({
    renew_recovery_key: () => issued,
    confirm_recovery_key: ({ second }) =>
      second === "J3SB"
        ? signedIn
        : refuse("invalid", "No match.", { second: "Group 7 does not match." }),
  });
  show(<RenewRecoveryKey />, rights);
  const dialog = await renew(user);
  await user.click(within(dialog).getByRole("button", { name: "I have it on paper" }));
  const first = within(dialog).getByRole("textbox", { name: "Group 3" });
  const second = within(dialog).getByRole("textbox", { name: "Group 7" });
  expect(first).toHaveFocus();
  await user.type(first, "0vrt");
  await user.type(second, "j3sc{Enter}");
  expect(await screen.findByText("Group 7 does not match.")).toBeInTheDocument();
  expect(second).toHaveFocus();
  await user.clear(second);
  await user.type(second, "j3sb{Enter}");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

it("takes the whole key of a sheet that was printed before the screen was locked", async () => {
  const user = userEvent.setup();
  const send = answer({
    confirm_recovery_key: ({ recovery_key }) =>
      recovery_key === issued.recovery_key
        ? signedIn
        : refuse("invalid", "No.", { recovery_key: "This is not the recovery key that waits." }),
  });
  show(<RenewRecoveryKey />, { ...rights, session: { recovery_waiting: true } });
  expect(screen.getByRole("note")).toHaveTextContent("it and the sheet before it both open");
  await user.click(screen.getByRole("button", { name: "Type the key from the sheet" }));
  const dialog = await screen.findByRole("dialog", { name: "Type the recovery key back" });
  const field = within(dialog).getByRole("textbox", { name: "Recovery key" });
  await waitFor(() => expect(field).toHaveFocus());
  expect(within(dialog).getByRole("button", { name: "Finish" })).toBeDisabled();
  await user.paste("7kq2m8dxovrt4phnzc6i9wgej3sb5yag");
  await user.click(within(dialog).getByRole("button", { name: "Finish" }));
  expect(await screen.findByText("This is not the recovery key that waits.")).toBeInTheDocument();
  await user.clear(field);
  await user.paste("7kq2 m8dx ovrt 4phn zc6i 9wge j3sb 5yaf");
  await user.click(within(dialog).getByRole("button", { name: "Finish" }));
  expect(send).toHaveBeenLastCalledWith("confirm_recovery_key", {
    recovery_key: issued.recovery_key,
  });
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
});

it("offers no key to type while none waits", () => {
  show(<RenewRecoveryKey />, rights);
  expect(screen.queryByRole("note")).not.toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /Type the key/ })).not.toBeInTheDocument();
});

import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import type { FailureKind, StartupView } from "@/bindings/commands";
import { answer, refuse } from "@/testing/platform";
import { show } from "@/testing/render";
import { FailureScreen } from "./FailureScreen";

const kinds: FailureKind[] = [
  "keychain_locked",
  "keychain_entry_missing",
  "no_keychain",
  "wrong_key",
  "damaged_file",
  "newer_database",
  "disk_full",
  "unsafe_place",
  "open_to_others",
  "in_use",
  "unfinished_set_up",
];

type Failure = NonNullable<StartupView["failure"]>;

const failure = (kind: FailureKind, more: Partial<Failure> = {}): Failure => ({
  kind,
  detail: "",
  needed_version: null,
  place: "/data/forecourt",
  can_use_recovery_key: false,
  can_set_up_again: false,
  can_salvage: false,
  ...more,
});

const started: StartupView = {
  phase: "signed_out",
  failure: null,
  dealership_name: "Malvern Hills Motors",
  workstation_name: "SVC-02",
  employees: [],
  idle_minutes: 3,
  locked_employee_id: null,
  demo_hint: null,
  appearance: "auto",
  version: "0.1.0",
  view_only: false,
  asked_groups: null,
};

describe("FailureScreen", () => {
  it("has a title and words of its own for every kind", () => {
    const seen = kinds.map((kind) => {
      const { unmount } = show(
        <FailureScreen failure={failure(kind)} version="0.1.0" onStartup={() => undefined} />,
      );
      const heading = screen.getByRole("heading", { level: 1 }).textContent;
      const words = document.body.textContent;
      unmount();
      return { heading, words };
    });
    expect(new Set(seen.map(({ heading }) => heading)).size).toBe(kinds.length);
    expect(new Set(seen.map(({ words }) => words)).size).toBe(kinds.length);
  });

  it.each(kinds)("offers to delete, reset or create nothing for %s", (kind) => {
    show(
      <FailureScreen
        failure={failure(kind, { can_use_recovery_key: true })}
        version="0.1.0"
        onStartup={() => undefined}
      />,
    );
    const offered = screen.getAllByRole("button").map((button) => button.textContent);
    expect(offered).toEqual(["Try again", "Use recovery key"]);
  });

  it("offers to set up again only where set-up was not finished, and asks first", async () => {
    const user = userEvent.setup();
    const send = answer({ set_up_again: () => ({ ...started, phase: "set_up" }) });
    const begin = vi.fn();
    show(
      <FailureScreen
        failure={failure("unfinished_set_up", { can_set_up_again: true })}
        version="0.1.0"
        onStartup={begin}
      />,
    );
    await user.click(screen.getByRole("button", { name: "Set up again" }));
    const dialog = await screen.findByRole("dialog", { name: "Set up again?" });
    expect(send).not.toHaveBeenCalled();
    expect(dialog).toHaveTextContent("put aside");
    await user.click(within(dialog).getByRole("button", { name: "Set up again" }));
    await waitFor(() => expect(begin).toHaveBeenCalled());
    expect(begin.mock.calls[0]?.[0].phase).toBe("set_up");
  });

  it("offers the recovery key only where it helps", () => {
    show(
      <FailureScreen failure={failure("disk_full")} version="0.1.0" onStartup={() => undefined} />,
    );
    expect(screen.queryByRole("button", { name: "Use recovery key" })).not.toBeInTheDocument();
  });

  it("names the version that is needed, and where the data lies", () => {
    show(
      <FailureScreen
        failure={failure("newer_database", { needed_version: "1.4.0" })}
        version="0.1.0"
        onStartup={() => undefined}
      />,
    );
    expect(screen.getByText("1.4.0")).toBeInTheDocument();
    expect(screen.getByText("/data/forecourt")).toBeInTheDocument();
  });

  it("tries again", async () => {
    const user = userEvent.setup();
    answer({ retry_unlock: () => started });
    const begin = vi.fn();
    show(<FailureScreen failure={failure("disk_full")} version="0.1.0" onStartup={begin} />);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(begin.mock.calls[0]?.[0]).toEqual(started);
  });

  it("saves what can be read of a damaged file, and says what was left out", async () => {
    const user = userEvent.setup();
    const send = answer({
      salvage_copy: () => ({
        cancelled: false,
        folder: "/media/stick/copy",
        kept: 1200,
        left_out: [{ name: "contact", kept: 380, holes: 1, orphans: 3 }],
      }),
    });
    show(
      <FailureScreen
        failure={failure("damaged_file", { can_salvage: true })}
        version="0.1.0"
        onStartup={() => undefined}
      />,
    );
    await user.click(screen.getByRole("button", { name: "Save what can be read…" }));
    const field = screen.getByLabelText("Recovery key");
    await user.click(field);
    await user.paste("7kq2 m8dx ovrt 4phn zc6i 9wge j3sb 5yaf");
    await user.click(screen.getByRole("button", { name: "Choose a place and save" }));
    expect(await screen.findByText(/1,?200 rows could be read/)).toBeInTheDocument();
    expect(screen.getByText(/\/media\/stick\/copy/)).toBeInTheDocument();
    expect(
      screen.getByText(/contact: 380 rows saved. Places that could not be read: 1/),
    ).toBeInTheDocument();
    expect(send).toHaveBeenCalledWith("salvage_copy", {
      recovery_key: "7KQ2-M8DX-0VRT-4PHN-ZC61-9WGE-J3SB-5YAF",
    });
  });

  it("takes the recovery key however it is typed, and names the mistyped group", async () => {
    const user = userEvent.setup();
    const send = answer({
      unlock_with_recovery_key: () =>
        refuse("invalid", "Check it.", { recovery_key: "Group 4 has a mistyped character." }),
    });
    show(
      <FailureScreen
        failure={failure("keychain_entry_missing", { can_use_recovery_key: true })}
        version="0.1.0"
        onStartup={() => undefined}
      />,
    );
    await user.click(screen.getByRole("button", { name: "Use recovery key" }));
    const field = screen.getByLabelText("Recovery key");
    await user.click(field);
    await user.paste("7kq2 m8dx ovrt 4phn zc6i 9wge j3sb");
    expect(screen.getByRole("button", { name: "Open with this key" })).toBeDisabled();
    await user.type(field, "5yaf");
    await user.click(screen.getByRole("button", { name: "Open with this key" }));
    expect(send).toHaveBeenCalledWith("unlock_with_recovery_key", {
      recovery_key: "7KQ2-M8DX-0VRT-4PHN-ZC61-9WGE-J3SB-5YAF",
    });
    expect(await screen.findByText("Group 4 has a mistyped character.")).toBeInTheDocument();
  });
});

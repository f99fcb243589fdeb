import { Menu } from "@mantine/core";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { Refusal } from "@/lib/refusal";
import { answer } from "@/testing/platform";
import { show } from "@/testing/render";
import { ConfirmDialog } from "./ConfirmDialog";
import { DialogForm } from "./DialogForm";
import { ProgressDialog } from "./ProgressDialog";
import { WithReason } from "./WithReason";

const asked = { opened: true, title: "Erase personal data", confirmLabel: "Erase" };

describe("ConfirmDialog", () => {
  const shared = {
    opened: true,
    title: "Erase personal data",
    confirmLabel: "Erase",
    onClose: () => undefined,
  };

  it("wants the name typed before anything can be destroyed", async () => {
    const user = userEvent.setup();
    const confirm = vi.fn();
    answer({ check_typed_name: ({ name, typed }) => ({ fits: name === typed }) });
    show(
      <ConfirmDialog {...shared} typed="Tom Reed" onConfirm={confirm}>
        gone for good
      </ConfirmDialog>,
    );
    expect(screen.getByRole("button", { name: "Erase" })).toBeDisabled();
    await user.type(screen.getByLabelText("Type Tom Reed to confirm"), "Tom Ree{Enter}");
    expect(confirm).not.toHaveBeenCalled();
    await user.type(screen.getByLabelText("Type Tom Reed to confirm"), "d");
    await waitFor(() => expect(screen.getByRole("button", { name: "Erase" })).toBeEnabled());
    await user.keyboard("{Enter}");
    expect(confirm).toHaveBeenCalledExactlyOnceWith("Tom Reed");
  });

  it("shows the refusal with its reference", () => {
    const refusal = new Refusal({
      code: "unexpected",
      message: "It did not work.",
      fields: {},
      reference: "F-7K2Q",
    });
    show(
      <ConfirmDialog {...shared} refusal={refusal} onConfirm={() => undefined}>
        gone
      </ConfirmDialog>,
    );
    expect(screen.getByRole("alert")).toHaveTextContent("It did not work. Reference F-7K2Q.");
  });
});

function Dropped() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {open && (
        <DialogForm opened title="A name" onSubmit={() => undefined} onClose={() => setOpen(false)}>
          words
        </DialogForm>
      )}
    </>
  );
}

function FromMenu() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Menu>
        <Menu.Target>
          <button type="button">More</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen(true)}>Erase</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open && (
        <ConfirmDialog {...asked} onConfirm={() => undefined} onClose={() => setOpen(false)}>
          gone for good
        </ConfirmDialog>
      )}
    </>
  );
}

describe("DialogForm", () => {
  it("gives the focus back to what opened it, also when the screen drops it", async () => {
    const user = userEvent.setup();
    show(<Dropped />);
    await user.tab();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "A name" });
    await waitFor(() => expect(dialog).toContainElement(document.activeElement as HTMLElement));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(screen.getByRole("button", { name: "Open" })).toHaveFocus();
  });

  it("gives it back to the button of the menu that it was chosen in", async () => {
    const user = userEvent.setup();
    show(<FromMenu />);
    await user.tab();
    await user.keyboard("{Enter}");
    (await screen.findByRole("menuitem", { name: "Erase" })).focus();
    await user.keyboard("{Enter}");
    await screen.findByRole("dialog", { name: "Erase personal data" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole("button", { name: "More" })).toHaveFocus());
  });
});

describe("ProgressDialog", () => {
  it("says how far it is and can be cancelled", async () => {
    const user = userEvent.setup();
    const cancel = vi.fn();
    show(
      <ProgressDialog
        opened
        title="Importing"
        phase="Reading"
        done={12_000}
        total={48_000}
        onCancel={cancel}
      />,
    );
    expect(screen.getByRole("progressbar", { name: "Importing" })).toHaveAttribute(
      "aria-valuenow",
      "25",
    );
    expect(screen.getByText("12,000 of 48,000")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    expect(cancel).toHaveBeenCalledOnce();
  });
});

describe("WithReason", () => {
  it("disables the control and says why, to the keyboard too", async () => {
    const user = userEvent.setup();
    const press = vi.fn();
    show(
      <WithReason reason="Needs the right “Can Export Reports”">
        <button type="button" onClick={press}>
          Export
        </button>
      </WithReason>,
    );
    const button = screen.getByRole("button", { name: "Export" });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription("Needs the right “Can Export Reports”");
    await user.tab();
    expect(await screen.findByRole("tooltip")).toHaveTextContent("Can Export Reports");
  });

  it("leaves a control alone that may be used", () => {
    show(
      <WithReason reason={null}>
        <button type="button">Export</button>
      </WithReason>,
    );
    expect(screen.getByRole("button", { name: "Export" })).toBeEnabled();
  });
});

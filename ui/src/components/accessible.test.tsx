import { Menu, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { expectAccessible } from "@/testing/axe";
import { show } from "@/testing/render";
import { ConfirmDialog } from "./ConfirmDialog";
import { DialogForm } from "./DialogForm";
import { EmptyState } from "./EmptyState";
import { InfoDialog } from "./InfoDialog";
import { Messages } from "./Messages";
import { notifyDone, notifyWarning } from "./notify";
import { ProgressDialog } from "./ProgressDialog";
import { Table } from "./Table";

afterEach(() => {
  notifications.clean();
  vi.useRealTimers();
});

const nothing = () => undefined;
const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

describe("axe has nothing to say of", () => {
  it("an open menu", async () => {
    show(
      <Menu opened>
        <Menu.Target>
          <button type="button">More</button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item>Copy reference</Menu.Item>
          <Menu.Item>Erase personal data</Menu.Item>
        </Menu.Dropdown>
      </Menu>,
    );
    await screen.findByRole("menu");
    await expectAccessible();
  });

  it("a list without rows", async () => {
    show(
      <Table
        label="All Contacts"
        columns={[{ key: "name", header: "Name", width: "1fr", cell: () => "" }]}
        rows={[]}
        keyOf={() => ""}
        empty={<EmptyState title="Nobody yet" action={<button type="button">New</button>} />}
      />,
    );
    await expectAccessible();
  });

  it("dialogs, one above another", async () => {
    show(
      <>
        <DialogForm opened title="A name" onSubmit={nothing} onClose={nothing}>
          <TextInput label="Name" error="Say who." />
        </DialogForm>
        <InfoDialog opened title="To read" onClose={nothing}>
          <p>words</p>
        </InfoDialog>
        <ConfirmDialog
          opened
          danger
          title="Erase"
          confirmLabel="Erase"
          onConfirm={nothing}
          onClose={nothing}
        >
          <p>gone for good</p>
        </ConfirmDialog>
        <ProgressDialog opened title="Importing" phase="Reading" done={1} total={2} />
      </>,
    );
    await expectAccessible();
  });

  it("messages in the corner", async () => {
    show(<Messages />);
    act(() => {
      notifyDone("Contact saved", { label: "Undo", onAct: nothing });
      notifyWarning("Something of it is still to come");
    });
    await screen.findByText("Contact saved");
    await expectAccessible();
  });
});

describe("a message in the corner", () => {
  it("stays eight seconds, and twenty where it offers something", () => {
    vi.useFakeTimers();
    show(<Messages />);
    act(() => notifyDone("Saved"));
    act(() => notifyDone("Stopped", { label: "Undo", onAct: nothing }));
    pass(7_900);
    expect(screen.getByText("Saved")).toBeInTheDocument();
    pass(500);
    pass(500);
    expect(screen.queryByText("Saved")).not.toBeInTheDocument();
    pass(10_900);
    expect(screen.getByText("Stopped")).toBeInTheDocument();
    pass(500);
    pass(500);
    expect(screen.queryByText("Stopped")).not.toBeInTheDocument();
  });

  it("is reached by F6, stays while the keyboard is there, and gives the keyboard back", async () => {
    const user = userEvent.setup();
    const undo = vi.fn();
    show(
      <>
        <button type="button">Where I was</button>
        <Messages />
      </>,
    );
    await user.tab();
    act(() => notifyDone("Stopped", { label: "Undo", onAct: undo }));
    await screen.findByText("Stopped");
    await user.keyboard("{F6}");
    expect(screen.getByRole("button", { name: "Undo" })).toHaveFocus();
    await user.keyboard("{F6}");
    expect(screen.getByRole("button", { name: "Where I was" })).toHaveFocus();
    await user.keyboard("{F6}{Enter}");
    expect(undo).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.getByRole("button", { name: "Where I was" })).toHaveFocus());
  });
});

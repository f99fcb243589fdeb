import { TextInput } from "@mantine/core";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { anythingTyped } from "@/lib/unsaved";
import { show } from "@/testing/render";
import { ConfirmDialog } from "./ConfirmDialog";
import { DialogForm } from "./DialogForm";
import { InfoDialog } from "./InfoDialog";
import { Page } from "./Page";

interface SceneProps {
  onSubmit?: () => unknown;
  onClose?: () => void;
}

function Scene({ onSubmit = () => undefined, onClose = () => undefined }: SceneProps) {
  const [words, setWords] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  return (
    <DialogForm
      opened
      title="A name"
      onSubmit={() => {
        if (words === "") return setWrong("Say who.");
        return onSubmit();
      }}
      onClose={onClose}
    >
      <TextInput label="Title" />
      <TextInput
        label="Name"
        value={words}
        error={wrong}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <button type="button" role="radio" aria-checked="false">
        Yes
      </button>
    </DialogForm>
  );
}

function Slow({ onSend }: { onSend: () => void }) {
  const [busy, setBusy] = useState(false);
  return (
    <DialogForm
      opened
      title="Slow"
      busy={busy}
      onSubmit={() => {
        onSend();
        // As the library tells of a mutation: a turn later.
        window.setTimeout(() => setBusy(true));
      }}
      onClose={() => undefined}
    >
      words
    </DialogForm>
  );
}

const question = () => screen.queryByRole("dialog", { name: "Keep what you typed?" });

describe("DialogForm", () => {
  it("closes at once where nothing was typed", async () => {
    const user = userEvent.setup();
    const close = vi.fn();
    show(<Scene onClose={close} />);
    await user.keyboard("{Escape}");
    expect(close).toHaveBeenCalledOnce();
    await user.click(screen.getByRole("button", { name: "Cancel" }));
    await user.click(screen.getByRole("button", { name: "Close" }));
    expect(close).toHaveBeenCalledTimes(3);
    expect(question()).not.toBeInTheDocument();
  });

  it("asks before what was typed is given up, by Esc, cross or Cancel", async () => {
    const user = userEvent.setup();
    const close = vi.fn();
    show(<Scene onClose={close} />);
    const name = screen.getByLabelText("Name");
    await user.type(name, "Siobhán");
    for (const way of [
      () => user.keyboard("{Escape}"),
      () => user.click(screen.getByRole("button", { name: "Cancel" })),
      () => user.click(screen.getByRole("button", { name: "Close" })),
    ]) {
      await way();
      expect(question()).toBeInTheDocument();
      // Esc answers the question alone, and does so with what loses nothing.
      await user.keyboard("{Escape}");
      expect(question()).not.toBeInTheDocument();
      expect(close).not.toHaveBeenCalled();
      expect(name).toHaveValue("Siobhán");
    }
    await user.keyboard("{Escape}");
    await user.click(screen.getByRole("button", { name: "Discard" }));
    expect(close).toHaveBeenCalledOnce();
  });

  it("asks nothing where what was typed was taken out again", async () => {
    const user = userEvent.setup();
    const close = vi.fn();
    show(<Scene onClose={close} />);
    await user.type(screen.getByLabelText("Name"), "S{Backspace}");
    await user.keyboard("{Escape}");
    expect(close).toHaveBeenCalledOnce();
  });

  it("counts what was chosen by a press as typed", async () => {
    const user = userEvent.setup();
    const close = vi.fn();
    show(<Scene onClose={close} />);
    await user.click(screen.getByRole("radio", { name: "Yes" }));
    await user.keyboard("{Escape}");
    expect(question()).toBeInTheDocument();
    expect(close).not.toHaveBeenCalled();
  });

  it("has whatever leaves the screen ask too, until it is saved or gone", async () => {
    const user = userEvent.setup();
    let end = () => undefined as undefined;
    const saving = new Promise<void>((resolve) => {
      end = () => void resolve() as undefined;
    });
    const { unmount } = show(<Scene onSubmit={() => saving} />);
    expect(anythingTyped()).toBe(false);
    await user.type(screen.getByLabelText("Name"), "Siobhán");
    expect(anythingTyped()).toBe(true);
    await user.keyboard("{Enter}");
    expect(anythingTyped()).toBe(false);
    await act(async () => end());
    expect(anythingTyped()).toBe(true);
    unmount();
    expect(anythingTyped()).toBe(false);
  });

  it("sends once, however often it is clicked, and can send again afterwards", async () => {
    const user = userEvent.setup();
    let end = () => undefined as undefined;
    const send = vi.fn(
      () =>
        new Promise<void>((resolve) => {
          end = () => void resolve() as undefined;
        }),
    );
    const close = vi.fn();
    show(<Scene onSubmit={send} onClose={close} />);
    await user.type(screen.getByLabelText("Name"), "Siobhán");
    const save = screen.getByRole("button", { name: "Save" });
    // Nearer to each other than a drawing: the second finds the button as the first left it.
    act(() => {
      save.click();
      save.click();
    });
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(send).toHaveBeenCalledOnce();
    // What was sent is answered before anything is closed.
    await user.keyboard("{Escape}");
    expect(close).not.toHaveBeenCalled();
    expect(question()).not.toBeInTheDocument();
    await act(async () => end());
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("sends once where only its busy flag says that it runs", async () => {
    const send = vi.fn();
    show(<Slow onSend={send} />);
    const save = screen.getByRole("button", { name: "Save" });
    save.click();
    save.click();
    await act(async () => {
      await new Promise((resolve) => window.setTimeout(resolve, 5));
    });
    save.click();
    expect(send).toHaveBeenCalledOnce();
  });

  it("begins in the first field to be filled, not on the cross", async () => {
    show(<Scene />);
    await waitFor(() => expect(screen.getByLabelText("Title")).toHaveFocus());
  });

  it("goes to the first wrong field after a refusal", async () => {
    const user = userEvent.setup();
    show(<Scene />);
    await user.click(screen.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.getByLabelText("Name")).toHaveFocus());
    expect(screen.getByLabelText("Name")).toHaveAccessibleDescription("Say who.");
  });

  it("lets Esc close the uppermost dialog alone", async () => {
    const user = userEvent.setup();
    const below = vi.fn();
    const above = vi.fn();
    show(
      <>
        <DialogForm opened title="Below" onSubmit={() => undefined} onClose={below}>
          words
        </DialogForm>
        <InfoDialog opened title="Above" onClose={above}>
          words
        </InfoDialog>
      </>,
    );
    await user.keyboard("{Escape}");
    expect(above).toHaveBeenCalledOnce();
    expect(below).not.toHaveBeenCalled();
  });
});

describe("ConfirmDialog", () => {
  it("asks nothing about the name typed as a safety catch", async () => {
    const user = userEvent.setup();
    const close = vi.fn();
    show(
      <ConfirmDialog
        opened
        title="Erase"
        confirmLabel="Erase"
        onConfirm={() => undefined}
        onClose={close}
      >
        <TextInput label="Word" />
      </ConfirmDialog>,
    );
    await user.type(screen.getByLabelText("Word"), "x");
    await user.keyboard("{Escape}");
    expect(close).toHaveBeenCalledOnce();
  });
});

describe("InfoDialog", () => {
  it("begins on what can be chosen in it", async () => {
    show(
      <InfoDialog opened title="Which right" onClose={() => undefined}>
        <button type="button">Right of Access</button>
      </InfoDialog>,
    );
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Right of Access" })).toHaveFocus(),
    );
  });
});

function GoneOpener() {
  const [open, setOpen] = useState(false);
  const [gone, setGone] = useState(false);
  return (
    <Page title="The record">
      {!gone && (
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
      )}
      {open && (
        <DialogForm
          opened
          title="A name"
          onSubmit={() => {
            setGone(true);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        >
          words
        </DialogForm>
      )}
    </Page>
  );
}

describe("the focus", () => {
  it("lands on the heading of a new screen", async () => {
    show(<Page title="The record">words</Page>);
    expect(screen.getByRole("heading", { level: 1 })).toHaveFocus();
  });

  it("stays in a field of the screen that took it, and where somebody is typing", () => {
    const { unmount } = show(
      <Page title="A form">
        {/* biome-ignore lint/a11y/noAutofocus: what is tried here */}
        <input aria-label="Name" autoFocus />
      </Page>,
    );
    expect(screen.getByLabelText("Name")).toHaveFocus();
    unmount();
    const search = document.createElement("input");
    search.value = "077";
    document.body.append(search);
    search.focus();
    show(<Page title="The record">words</Page>);
    expect(search).toHaveFocus();
    search.remove();
  });

  it("goes to the heading when what opened a dialog is gone", async () => {
    const user = userEvent.setup();
    show(<GoneOpener />);
    await user.click(screen.getByRole("button", { name: "Open" }));
    const dialog = await screen.findByRole("dialog", { name: "A name" });
    await user.click(within(dialog).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
  });

  it("comes back to a button that the webview gave no focus to", async () => {
    const user = userEvent.setup();
    show(<GoneOpener />);
    const opener = screen.getByRole("button", { name: "Open" });
    fireEvent.pointerDown(opener);
    (document.activeElement as HTMLElement | null)?.blur();
    fireEvent.click(opener);
    await screen.findByRole("dialog", { name: "A name" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(opener).toHaveFocus());
  });
});

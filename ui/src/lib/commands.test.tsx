import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  keysOf,
  type Offer,
  onBarred,
  runCommand,
  useCommands,
  useCommandsInForce,
  useSingleKeys,
} from "./commands";
import { isPressed, strokeForReaders, strokeWords } from "./keys";

function Place({ offers }: { offers: Offer[] }) {
  useCommands(offers);
  return null;
}

function Listed() {
  const words = useCommandsInForce().map(({ words, missing }) => `${words}/${missing ?? ""}`);
  return <output aria-label="in force">{words.join(" ")}</output>;
}

let turn: (on: boolean) => void = () => undefined;

function Switch() {
  [, turn] = useSingleKeys();
  return null;
}

const press = (key: string, held: object = {}, at: Element = document.body) =>
  fireEvent.keyDown(at, { key, ...held });

const edit = vi.fn();
const lock = vi.fn();
const offers: Offer[] = [
  { id: "consent.edit", run: edit },
  { id: "lock", run: lock },
];

beforeEach(() => {
  edit.mockReset();
  lock.mockReset();
});
describe("a key", () => {
  it("does what the place offers, and nothing once the place is gone", () => {
    const { unmount } = render(<Place offers={offers} />);
    expect(press("e"), "it was taken").toBe(false);
    expect(edit).toHaveBeenCalledTimes(1);
    unmount();
    expect(press("e")).toBe(true);
    expect(edit).toHaveBeenCalledTimes(1);
  });

  it("does what the place offers now, not what it offered first", () => {
    const { rerender } = render(<Place offers={[{ id: "consent.edit", run: edit }]} />);
    const later = vi.fn();
    rerender(<Place offers={[{ id: "consent.edit", run: later }]} />);
    press("e");
    expect(edit).not.toHaveBeenCalled();
    expect(later).toHaveBeenCalledTimes(1);
  });

  it("acts once however long it is held", () => {
    render(<Place offers={offers} />);
    press("e");
    press("e", { repeat: true });
    press("e", { repeat: true });
    expect(edit).toHaveBeenCalledTimes(1);
  });

  it("is not acted on while an input method composes", () => {
    render(<Place offers={offers} />);
    press("e", { isComposing: true });
    press("e", { keyCode: 229 });
    press("l", { ctrlKey: true, isComposing: true });
    expect(edit).not.toHaveBeenCalled();
    expect(lock).not.toHaveBeenCalled();
  });

  it.each([
    ["a field", <input key="it" data-testid="at" />],
    ["a search field", <input key="it" type="search" data-testid="at" />],
    ["notes", <textarea key="it" data-testid="at" />],
    ["a choice", <select key="it" data-testid="at" />],
    ["text that is edited", <p key="it" contentEditable data-testid="at" />],
    [
      "an open menu",
      <div key="it" role="menu">
        <button type="button" data-testid="at" />
      </div>,
    ],
    [
      "a pop-up",
      <div key="it" role="dialog">
        <button type="button" data-testid="at" />
      </div>,
    ],
  ])("with nothing held belongs to %s", (_, place) => {
    render(
      <>
        <Place offers={offers} />
        {place}
      </>,
    );
    const at = screen.getByTestId("at");
    press("e", {}, at);
    expect(edit).not.toHaveBeenCalled();
    press("l", { ctrlKey: true }, at);
    expect(lock, "with Ctrl held it acts from anywhere").toHaveBeenCalledTimes(1);
  });

  it("acts on a box to tick, which takes no letters", () => {
    render(
      <>
        <Place offers={offers} />
        <input type="checkbox" />
      </>,
    );
    press("e", {}, screen.getByRole("checkbox"));
    expect(edit).toHaveBeenCalledTimes(1);
  });

  it("does nothing behind an open dialog; locking alone goes over it", () => {
    const search = vi.fn();
    render(
      <>
        <Place offers={[...offers, { id: "search", run: search }]} />
        <div role="dialog" aria-modal="true" />
      </>,
    );
    press("e");
    press("k", { ctrlKey: true });
    press("l", { ctrlKey: true });
    expect(edit).not.toHaveBeenCalled();
    expect(search).not.toHaveBeenCalled();
    expect(lock).toHaveBeenCalledTimes(1);
  });

  it("that something nearer has answered is left alone", () => {
    render(<Place offers={offers} />);
    const list = document.createElement("div");
    list.addEventListener("keydown", (event) => event.preventDefault());
    document.body.append(list);
    press("e", {}, list);
    list.remove();
    expect(edit).not.toHaveBeenCalled();
  });

  it("says why it may not, and does nothing", () => {
    const told = vi.fn();
    const stop = onBarred(told);
    render(<Place offers={[{ id: "consent.edit", run: edit, missing: "Needs a right" }]} />);
    press("e");
    runCommand("consent.edit");
    expect(edit).not.toHaveBeenCalled();
    expect(told.mock.calls).toEqual([["Needs a right"], ["Needs a right"]]);
    stop();
  });
});

describe("the commands in force", () => {
  it("follow what stands, with their reasons, each once", () => {
    const { rerender } = render(
      <>
        <Listed />
        <Place offers={[{ id: "consent.edit", run: edit }]} />
      </>,
    );
    const listed = () => screen.getByLabelText("in force").textContent;
    expect(listed()).toBe("Edit consent/");
    rerender(
      <>
        <Listed />
        <Place
          offers={[
            { id: "consent.stop:sms", words: "Stop SMS", run: edit },
            { id: "consent.edit", run: edit, missing: "No" },
          ]}
        />
        <Place offers={[{ id: "lock", run: lock }]} />
      </>,
    );
    expect(listed()).toBe("Lock/ Edit consent/No Stop SMS/");
  });

  it("have single letters that can be switched off, and the list of keys stays in reach", () => {
    const list = vi.fn();
    render(
      <>
        <Switch />
        <Place offers={[...offers, { id: "keys", run: list }]} />
      </>,
    );
    act(() => turn(false));
    press("e");
    press("?", { shiftKey: true });
    press("l", { ctrlKey: true });
    expect(edit).not.toHaveBeenCalled();
    expect(list).toHaveBeenCalledTimes(1);
    expect(lock).toHaveBeenCalledTimes(1);
    act(() => turn(true));
    press("e");
    expect(edit).toHaveBeenCalledTimes(1);
  });
});

describe("a key as declared", () => {
  const event = (init: KeyboardEventInit) => new KeyboardEvent("keydown", init);

  it("is pressed with just what has to be held", () => {
    expect(isPressed("ctrl+k", event({ key: "k", ctrlKey: true }))).toBe(true);
    expect(isPressed("ctrl+k", event({ key: "K", ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed("ctrl+k", event({ key: "k", ctrlKey: true, altKey: true }))).toBe(false);
    expect(isPressed("e", event({ key: "E" })), "Caps Lock").toBe(true);
    expect(isPressed("?", event({ key: "?", shiftKey: true }))).toBe(true);
    expect(isPressed("alt+left", event({ key: "ArrowLeft", altKey: true }))).toBe(true);
    expect(isPressed("ctrl+k", event({ key: "л", code: "KeyK", ctrlKey: true }))).toBe(true);
    expect(isPressed("e", event({ key: "k", code: "KeyE" })), "another layout").toBe(false);
  });

  it("is written for the screen and for readers", () => {
    expect(keysOf("back").map(strokeWords)).toEqual(["Alt ←"]);
    expect(keysOf("search").map(strokeForReaders)).toEqual(["Control+K", "Control+F"]);
  });
});

import { fireEvent, render } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { takeWindow } from "./ours";

let give: () => void;
beforeEach(() => {
  render(
    <main>
      <p id="words">Ann Ward</p>
      <input id="field" aria-label="Name" />
    </main>,
  );
  give = takeWindow();
});
afterEach(() => give());

const at = (id: string) => document.getElementById(id) as HTMLElement;
/** Was it left to the browser? fireEvent says so. */
const isLeft = (id: string, key: string, held: object = {}) =>
  fireEvent.keyDown(at(id), { key, ...held });

describe("nothing of the browser is left in the window", () => {
  it("has no menu with Reload and Back, and leaves fields their own", () => {
    expect(fireEvent.contextMenu(at("words"))).toBe(false);
    expect(fireEvent.contextMenu(at("field"))).toBe(true);
  });

  it.each([
    ["F5", {}],
    ["F3", {}],
    ["r", { ctrlKey: true }],
    ["R", { ctrlKey: true, shiftKey: true }],
    ["u", { ctrlKey: true }],
    ["I", { ctrlKey: true, shiftKey: true }],
    ["p", { ctrlKey: true }],
    ["w", { ctrlKey: true }],
    ["ArrowLeft", { altKey: true }],
    ["Backspace", {}],
  ])("does nothing by %s %o", (key, held) => {
    expect(isLeft("words", key, held)).toBe(false);
  });

  it("leaves typing alone", () => {
    for (const [key, held] of [
      ["Backspace", {}],
      ["ArrowLeft", { altKey: true }],
      ["a", { ctrlKey: true }],
      ["c", { ctrlKey: true }],
      ["v", { ctrlKey: true }],
      ["z", { ctrlKey: true }],
      ["x", {}],
    ] as const)
      expect(isLeft("field", key, held), key).toBe(true);
    expect(isLeft("words", "c", { ctrlKey: true }), "copy what is selected").toBe(true);
  });

  it("hands no key on that an input method composes with", () => {
    const heard = vi.fn();
    document.addEventListener("keydown", heard);
    for (const composing of [{ isComposing: true }, { keyCode: 229 }])
      expect(isLeft("field", "Enter", composing), "the input method has it").toBe(true);
    expect(heard).not.toHaveBeenCalled();
    isLeft("field", "Enter");
    expect(heard).toHaveBeenCalledTimes(1);
    document.removeEventListener("keydown", heard);
  });

  it("takes no file that is dropped, and words only in a field", () => {
    const files = { dataTransfer: { items: [{ kind: "file" }], dropEffect: "copy" } };
    const words = { dataTransfer: { items: [{ kind: "string" }], dropEffect: "move" } };
    for (const id of ["words", "field"]) {
      expect(fireEvent.dragOver(at(id), files)).toBe(false);
      expect(fireEvent.drop(at(id), files)).toBe(false);
    }
    expect(fireEvent.drop(at("words"), words)).toBe(false);
    expect(fireEvent.drop(at("field"), words)).toBe(true);
  });
});

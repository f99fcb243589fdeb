import { isComposing, isPressed, takesText } from "@/lib/keys";

/** What a browser does by these keys, the product does not: it has no address to reload and no page to leave. */
const NOTHING = [
  "f3",
  "f5",
  "f6",
  "f7",
  "f11",
  "f12",
  "ctrl+d",
  "ctrl+f",
  "ctrl+f5",
  "ctrl+g",
  "ctrl+h",
  "ctrl+j",
  "ctrl+n",
  "ctrl+o",
  "ctrl+p",
  "ctrl+r",
  "ctrl+s",
  "ctrl+t",
  "ctrl+u",
  "ctrl+w",
] as const;
/** The same, with Shift held: reload past the cache, look into the page, open and close windows. */
const WITH_SHIFT = ["r", "i", "j", "c", "k", "n", "p", "t", "w", "delete"];
const ELSEWHERE = ["alt+left", "alt+right", "alt+home", "backspace"];

/** A key that an input method composes with is its own: no Enter of it saves, no letter of it acts. */
function onComposing(event: KeyboardEvent): void {
  if (isComposing(event)) event.stopPropagation();
}

function onKey(event: KeyboardEvent): void {
  const held = (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey;
  const isBrowsers =
    NOTHING.some((stroke) => isPressed(stroke, event)) ||
    (held && WITH_SHIFT.includes(event.key.toLowerCase())) ||
    (!takesText(event.target) && ELSEWHERE.some((stroke) => isPressed(stroke, event)));
  if (isBrowsers) event.preventDefault();
}

/** A field has the system's menu (Cut, Copy, Paste, Select all); everywhere else it would offer Reload and Back. */
function onMenu(event: MouseEvent): void {
  if (!takesText(event.target)) event.preventDefault();
}

/** Words may be dragged within a field. A file, a link or a picture would take the page's place. */
function onDrag(event: DragEvent): void {
  const isFile = [...(event.dataTransfer?.items ?? [])].some(({ kind }) => kind === "file");
  if (!isFile && takesText(event.target)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
}

function onDragStart(event: DragEvent): void {
  if (event.target instanceof Element && event.target.closest("a, img, svg"))
    event.preventDefault();
}

/**
 * Takes the window from the browser it is drawn by: no reload, no way back out of the product, no menu
 * of its own, no file dropped into its place. Returns the way to stop.
 */
export function takeWindow(): () => void {
  window.addEventListener("keydown", onComposing, { capture: true });
  // On the window, behind the commands, which listen on the document.
  window.addEventListener("keydown", onKey);
  window.addEventListener("contextmenu", onMenu);
  window.addEventListener("dragover", onDrag);
  window.addEventListener("drop", onDrag);
  window.addEventListener("dragstart", onDragStart);
  return () => {
    window.removeEventListener("keydown", onComposing, { capture: true });
    window.removeEventListener("keydown", onKey);
    window.removeEventListener("contextmenu", onMenu);
    window.removeEventListener("dragover", onDrag);
    window.removeEventListener("drop", onDrag);
    window.removeEventListener("dragstart", onDragStart);
  };
}

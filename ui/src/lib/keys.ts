/** A key as it is declared: `e`, `?`, `f1`, `ctrl+k`, `alt+left`. */
export type Stroke = string;

const NAMED: Record<string, string> = {
  left: "ArrowLeft",
  right: "ArrowRight",
  pageup: "PageUp",
  pagedown: "PageDown",
};

function partsOf(stroke: Stroke) {
  const held = stroke.split("+");
  const key = held.pop() ?? "";
  return { held, key, name: NAMED[key] ?? key, isLetter: /^[a-z]$/.test(key) };
}

/** Is this key pressed? Signs count wherever a layout puts them, letters on layouts without Latin ones too. */
export function isPressed(stroke: Stroke, event: KeyboardEvent): boolean {
  const { held, name, isLetter } = partsOf(stroke);
  if (held.includes("ctrl") !== (event.ctrlKey || event.metaKey)) return false;
  if (held.includes("alt") !== event.altKey) return false;
  if (event.shiftKey && name !== "?") return false;
  if (event.key.toLowerCase() === name.toLowerCase()) return true;
  return isLetter && !/^[a-z]$/i.test(event.key) && event.code === `Key${name.toUpperCase()}`;
}

/** A key that acts by itself, and so only where nobody is typing. */
export function isBare(stroke: Stroke): boolean {
  const { held, key } = partsOf(stroke);
  return !held.includes("ctrl") && !/^f\d+$/.test(key);
}

/** A letter or sign with nothing held: the kind that can be switched off. */
export function isSingle(stroke: Stroke): boolean {
  return stroke.length === 1;
}

const SHOWN: Record<string, string> = {
  left: "←",
  right: "→",
  pageup: "Page Up",
  pagedown: "Page Down",
};

/** A letter as it stands on its key, `F1`, `Ctrl`. */
const capital = (part: string) => part.charAt(0).toUpperCase() + part.slice(1);

/** As the screen shows it: `Ctrl K`, `Alt ←`. */
export function strokeWords(stroke: Stroke): string {
  const { held, key } = partsOf(stroke);
  return [...held, SHOWN[key] ?? key].map(capital).join(" ");
}

const READERS: Record<string, string> = { ctrl: "control" };

/** As `aria-keyshortcuts` wants it. */
export function strokeForReaders(stroke: Stroke): string {
  const { held, name } = partsOf(stroke);
  return [...held.map((part) => READERS[part] ?? part), name].map(capital).join("+");
}

/** Does the key belong to an input method that is still composing a letter? */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

const NO_TEXT = new Set([
  "button",
  "checkbox",
  "color",
  "file",
  "radio",
  "range",
  "reset",
  "submit",
]);

/** Does what has the focus take letters? */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return target.isContentEditable || target.matches("textarea, select, [contenteditable]");
}

/** Where the keyboard was before it went to a message in the corner. */
let before: HTMLElement | null = null;

const messages = () => [...document.querySelectorAll<HTMLElement>(".mantine-Notification-root")];

/** To the newest message, or back from it. False where there is none to go to. */
export function toMessages(): boolean {
  const { activeElement } = document;
  const shown = messages();
  if (shown.some((message) => message.contains(activeElement))) {
    before?.focus();
    return true;
  }
  const stop = shown.at(-1)?.querySelector<HTMLElement>("button");
  if (!stop) return false;
  before = activeElement instanceof HTMLElement ? activeElement : null;
  stop.focus();
  return true;
}

/** A message went from under the keyboard, which goes back to where it came from. */
export function backFromMessage(): void {
  const { activeElement } = document;
  const isLost = activeElement === null || activeElement === document.body;
  if (isLost && before?.isConnected) before.focus();
}

import type { ContactId } from "@/bindings/commands";

let last: ContactId | null = null;

/** Remembers which line of All Contacts was opened, so that coming back finds the place again. */
export function rememberOpened(id: ContactId): void {
  last = id;
}

/** The line that was opened last; the list begins there. */
export function lastOpened(): ContactId | null {
  return last;
}

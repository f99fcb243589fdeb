import type { ContactId } from "@/bindings/commands";

let last: { id: ContactId; row: number } | null = null;

/** Remembers which line of All Contacts was opened, so that coming back finds the place again. */
export function rememberOpened(id: ContactId, row = 0): void {
  last = { id, row };
}

/** The line that was opened last; the list begins there. */
export function lastOpened(): ContactId | null {
  return last?.id ?? null;
}

/** The number of that line, counted from 0. */
export function lastOpenedRow(): number {
  return last?.row ?? 0;
}

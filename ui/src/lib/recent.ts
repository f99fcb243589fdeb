import type { ContactId, EmployeeId } from "@/bindings/commands";

/** How many are remembered. */
const MOST = 9;

let whose: EmployeeId | null = null;
let ids: readonly ContactId[] = [];

/** Remembers whom an employee opened, latest first. Only numbers, only in memory: names are asked for anew. */
export function noteOpened(employee: EmployeeId, id: ContactId): void {
  ids = [id, ...recentOf(employee).filter((other) => other !== id)].slice(0, MOST);
  whose = employee;
}

/** Whom this employee opened in this session, latest first; a lock does not end it. */
export function recentOf(employee: EmployeeId): readonly ContactId[] {
  return whose === employee ? ids : [];
}

/** Signed out, or somebody else's turn. */
export function forgetRecent(): void {
  whose = null;
  ids = [];
}

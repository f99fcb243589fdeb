import type { ContactLine, FoundBy, FoundVehicle } from "@/bindings/types";
import { type Command, isNamed } from "@/lib/commands";

/** A screen or a setting, as the search finds it by name. */
export interface Place {
  label: string;
  /** "Settings > System > GDPR" */
  path: string;
  to: string;
  state?: unknown;
}

/** One line that can be chosen. */
export type Option =
  | { kind: "receipt" }
  | { kind: "contact"; row: ContactLine; by: FoundBy | null }
  | { kind: "all" }
  | { kind: "vehicle"; row: FoundVehicle }
  | { kind: "command"; command: Command }
  | { kind: "place"; place: Place }
  | { kind: "create" };

/** Options under one heading. */
export interface Group {
  name: "receipts" | "customers" | "vehicles" | "recent" | "commands" | "places" | "new";
  options: Option[];
}

/** At most so many of each beside the customers, who are what one searches for. */
const COMMANDS = 5;
const PLACES = 4;

/** Commands by their words, those named so before those that people only also call so. */
export function commandsNamed(typed: string, commands: readonly Command[]): Option[] {
  const named = commands.filter(({ words }) => isNamed(typed, words));
  const alsoCalled = commands.filter(
    (command) => !named.includes(command) && isNamed(typed, `${command.words} ${command.also}`),
  );
  return [...named, ...alsoCalled]
    .slice(0, COMMANDS)
    .map((command) => ({ kind: "command", command }));
}

/** Screens and settings by name. */
export function placesNamed(typed: string, find: (typed: string) => readonly Place[]): Option[] {
  return find(typed)
    .slice(0, PLACES)
    .map((place) => ({ kind: "place", place }));
}

/** Before anything is typed: whom one had open, and what can be done here. */
export function groupsAtRest(
  recent: readonly ContactLine[],
  commands: readonly Command[],
): Group[] {
  const here = commands.filter(({ place }) => place === "record");
  return filled([
    { name: "recent", options: recent.map((row) => ({ kind: "contact", row, by: null })) },
    { name: "commands", options: here.map((command) => ({ kind: "command", command })) },
  ]);
}

/** Groups that hold something. */
export function filled(groups: Group[]): Group[] {
  return groups.filter(({ options }) => options.length > 0);
}

import { useEffect, useRef, useSyncExternalStore } from "react";
import { isBare, isComposing, isPressed, isSingle, type Stroke, takesText } from "./keys";
import { type TextKey, text } from "./texts";

/** Where a command is at home, as the list of keys groups it. */
export type CommandPlace = "everywhere" | "record" | "diary";

interface Declared {
  words: TextKey;
  place: CommandPlace;
  keys: readonly Stroke[];
  /** Further words that people look for it by. */
  also?: TextKey;
  /** Acts over an open dialog too. */
  overDialogs?: true;
}

const none: readonly Stroke[] = [];

/**
 * Every command that has a key or is found by name, declared once: the handler, the list of keys, the
 * tooltips and the search read it here. What is done stands where it is offered, by `useCommands`.
 */
const COMMANDS = {
  search: { words: "command.search", place: "everywhere", keys: ["ctrl+k", "ctrl+f"] },
  "contact.new": { words: "command.newContact", place: "everywhere", keys: ["ctrl+n"] },
  back: { words: "command.back", place: "everywhere", keys: ["alt+left"] },
  forward: { words: "command.forward", place: "everywhere", keys: ["alt+right"] },
  keys: { words: "command.keys", place: "everywhere", keys: ["?", "f1"], also: "command.keysAlso" },
  lock: { words: "command.lock", place: "everywhere", keys: ["ctrl+l"], overDialogs: true },
  switch: { words: "command.switch", place: "everywhere", keys: none, also: "command.switchAlso" },
  "diary.book": { words: "command.book", place: "diary", keys: ["n"], also: "command.bookAlso" },
  "diary.today": { words: "command.today", place: "diary", keys: ["t"] },
  "diary.previous": { words: "command.previous", place: "diary", keys: ["pageup"] },
  "diary.next": { words: "command.next", place: "diary", keys: ["pagedown"] },
  "diary.goTo": { words: "command.goTo", place: "diary", keys: ["g"], also: "command.goToAlso" },
  "diary.day": { words: "command.day", place: "diary", keys: ["d"] },
  "diary.week": { words: "command.week", place: "diary", keys: ["w"] },
  "consent.edit": {
    words: "command.editConsent",
    place: "record",
    keys: ["e"],
    also: "command.editConsentAlso",
  },
  "consent.stop": {
    words: "command.stop",
    place: "record",
    keys: ["s"],
    also: "command.stopAlso",
  },
  "consent.undo": { words: "command.undoStop", place: "record", keys: ["u"] },
  "consent.why": { words: "command.why", place: "record", keys: ["w"], also: "command.whyAlso" },
  "consent.all": { words: "command.allPermissions", place: "record", keys: ["a"] },
  "consent.exclude": {
    words: "command.exclude",
    place: "record",
    keys: none,
    also: "command.excludeAlso",
  },
  "record.print": {
    words: "command.print",
    place: "record",
    keys: ["p", "ctrl+p"],
    also: "command.printAlso",
  },
  "record.portal": {
    words: "command.portal",
    place: "record",
    keys: ["l"],
    also: "command.portalAlso",
  },
  "record.rights": {
    words: "command.rights",
    place: "record",
    keys: ["r"],
    also: "command.rightsAlso",
  },
  "record.edit": { words: "command.edit", place: "record", keys: ["c"], also: "command.editAlso" },
  "record.overview": { words: "command.overview", place: "record", keys: ["o"] },
  "record.vehicles": { words: "command.vehicles", place: "record", keys: ["v"] },
  "record.gdpr": { words: "command.gdpr", place: "record", keys: ["g"], also: "command.gdprAlso" },
  "record.service": { words: "command.service", place: "record", keys: ["v"] },
  "record.asAt": { words: "command.asAt", place: "record", keys: none, also: "command.asAtAlso" },
  "record.note": { words: "command.note", place: "record", keys: none, also: "command.noteAlso" },
  "record.copy": { words: "command.copy", place: "record", keys: none },
  "record.erase": {
    words: "command.erase",
    place: "record",
    keys: none,
    also: "command.eraseAlso",
  },
  "invoice.print": { words: "command.invoicePrint", place: "record", keys: ["p", "ctrl+p"] },
  "invoice.email": {
    words: "command.invoiceEmail",
    place: "record",
    keys: ["m"],
    also: "command.invoiceEmailAlso",
  },
  "invoice.save": {
    words: "command.invoiceSave",
    place: "record",
    keys: none,
    also: "command.invoiceSaveAlso",
  },
  "invoice.credit": {
    words: "command.invoiceCredit",
    place: "record",
    keys: ["r"],
    also: "command.invoiceCreditAlso",
  },
  "invoice.post": {
    words: "command.invoicePost",
    place: "record",
    keys: ["ctrl+enter"],
    also: "command.invoicePostAlso",
  },
  "invoice.drop": { words: "command.invoiceDrop", place: "record", keys: none },
  "sale.post": {
    words: "command.salePost",
    place: "record",
    keys: ["ctrl+enter"],
    also: "command.salePostAlso",
  },
  "sale.keep": { words: "command.saleKeep", place: "record", keys: ["ctrl+s"] },
  "sale.return": {
    words: "command.saleReturn",
    place: "record",
    keys: none,
    also: "command.saleReturnAlso",
  },
} as const satisfies Record<string, Declared>;

export type CommandId = keyof typeof COMMANDS;

const declared: Record<CommandId, Declared> = COMMANDS;

/** A command as a screen offers it while it stands: a declared one, or a narrower one of it without a key. */
export type Offer = {
  run: () => void;
  /** Why it may not be used, from `useMissingRight`; null when it may. */
  missing?: string | null;
} & (
  | { id: CommandId; words?: string }
  // "Stop SMS" beside "Stop": `consent.stop:sms`.
  | { id: `${CommandId}:${string}`; words: string }
);

/** A command that is in force. */
export interface Command {
  id: string;
  words: string;
  also: string;
  keys: readonly Stroke[];
  place: CommandPlace;
  missing: string | null;
}

interface Standing extends Command {
  overDialogs: boolean;
  order: number;
  run: () => void;
}

function standingOf(offer: Offer): Standing {
  const [id, narrower] = offer.id.split(":") as [CommandId, string?];
  const { words, place, keys, also, overDialogs }: Declared = declared[id];
  return {
    id: offer.id,
    words: offer.words ?? text(words),
    also: also ? text(also) : "",
    keys: narrower === undefined ? keys : none,
    place,
    missing: offer.missing ?? null,
    overDialogs: overDialogs ?? false,
    order: Object.keys(declared).indexOf(id),
    run: offer.run,
  };
}

/** What each screen part offers, in the order in which they came. */
const offers = new Map<symbol, readonly Standing[]>();
const listeners = new Set<() => void>();
let inForce: readonly Standing[] = [];
let letters = true;
let barred: (reason: string) => void = () => undefined;

function changed(): void {
  const byId = new Map<string, Standing>();
  for (const one of [...offers.values()].flat()) byId.set(one.id, one);
  inForce = [...byId.values()].sort((one, other) => one.order - other.order);
  for (const listener of listeners) listener();
}

/** What the list of keys and the search show of an offer; what it does may change unseen. */
function shape(standing: readonly Standing[]): string {
  return JSON.stringify(standing.map(({ id, words, missing }) => [id, words, missing]));
}

/** Offers commands for as long as the component stands. Offered twice, the later one counts. */
export function useCommands(offered: readonly Offer[]): void {
  const key = useRef(Symbol("commands")).current;
  const latest = useRef(offered);
  useEffect(() => {
    latest.current = offered;
    const standing = offered.map((offer, at) => ({
      ...standingOf(offer),
      run: () => latest.current[at]?.run(),
    }));
    const was = offers.get(key);
    if (was && shape(was) === shape(standing)) return;
    offers.set(key, standing);
    if (offers.size === 1) document.addEventListener("keydown", press);
    changed();
  });
  useEffect(
    () => () => {
      offers.delete(key);
      if (offers.size === 0) document.removeEventListener("keydown", press);
      changed();
    },
    [key],
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The commands in force here and now, in the order in which they are declared. */
export function useCommandsInForce(): readonly Command[] {
  return useSyncExternalStore(subscribe, () => inForce);
}

/** Do single letters act? Whoever speaks to the computer may want to switch them off. */
export function useSingleKeys(): [boolean, (on: boolean) => void] {
  const on = useSyncExternalStore(subscribe, () => letters);
  return [
    on,
    (next) => {
      letters = next;
      for (const listener of listeners) listener();
    },
  ];
}

/** The keys of a command, as it is declared. */
export function keysOf(id: CommandId): readonly Stroke[] {
  return declared[id].keys;
}

/** Who is told why a key did nothing, when a right is missing. Returns the way to stop. */
export function onBarred(tell: (reason: string) => void): () => void {
  barred = tell;
  return () => {
    barred = () => undefined;
  };
}

/** Runs a command that is in force; one that may not be used only says why. */
export function runCommand(id: string): void {
  const command = inForce.find((one) => one.id === id);
  if (!command) return;
  if (command.missing) barred(command.missing);
  else command.run();
}

/** A dialog keeps the keyboard to itself until it is answered. */
function isAsking(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** An open menu, list or pop-up answers letters itself. */
function isChoosing(target: EventTarget | null): boolean {
  const within = '[role="menu"], [role="listbox"], [role="dialog"]';
  return target instanceof Element && target.closest(within) !== null;
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return;
  const command = inForce.find(({ keys }) => keys.some((stroke) => acts(stroke, event)));
  if (!command || (!command.overDialogs && isAsking())) return;
  event.preventDefault();
  // A key that is held down is one press.
  if (!event.repeat) runCommand(command.id);
}

function acts(stroke: Stroke, event: KeyboardEvent): boolean {
  if (!isPressed(stroke, event)) return false;
  if (!isBare(stroke)) return true;
  if (takesText(event.target) || isChoosing(event.target)) return false;
  return letters || !isSingle(stroke) || stroke === "?";
}

/** Does every word typed begin one of these words? "pri fo" is found in "Print form". */
export function isNamed(typed: string, words: string): boolean {
  const said = wordsOf(words);
  const asked = wordsOf(typed);
  return asked.length > 0 && asked.every((word) => said.some((one) => one.startsWith(word)));
}

function wordsOf(words: string): string[] {
  return words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

import type { StartupView } from "@/bindings/commands";
// Nothing heavier: this file runs before the rest of the program does.
import { send } from "@/lib/tauri";

const ask = () => send("show_startup", {}) as Promise<StartupView>;

// Asked while the rest of the program is still being read: the answer is there when the first
// screen is drawn.
const asked = ask();
let arrived: StartupView | null = null;
asked.then(
  (view) => {
    arrived = view;
  },
  // Whoever takes the answer hears of a refusal; nobody taking it must not count as an unhandled one.
  () => undefined,
);

let taken = false;

/** The answer to `show_startup`: the one asked for at the very start the first time, a fresh one later. */
export function startupAnswer() {
  if (taken) return ask();
  taken = true;
  return asked;
}

/** The answer of the very start, if it has come and nobody took it yet. */
export function earlyAnswer(): StartupView | null {
  return taken ? null : arrived;
}

import { call } from "@/lib/api";

// Asked while the rest of the program is still being read: the answer is there when the first
// screen is drawn.
const asked = call("startup", {});
// Whoever takes the answer hears of a refusal; nobody taking it must not count as an unhandled one.
asked.catch(() => undefined);

let taken = false;

/** The answer to `startup`: the one asked for at the very start the first time, a fresh one later. */
export function startupAnswer() {
  if (taken) return call("startup", {});
  taken = true;
  return asked;
}

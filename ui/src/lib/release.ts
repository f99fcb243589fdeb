import { useEffect, useSyncExternalStore } from "react";
import type { Refusal } from "./refusal";

/** A print or export that waits for a manager at this desk. */
export interface WaitingRelease {
  /** Why it was refused, and what is to be released. */
  refusal: Refusal;
  /** Ends the waiting: released, or given up. */
  end: (released: boolean) => void;
}

let waiting: WaitingRelease | null = null;
let dialogs = 0;
const watchers = new Set<() => void>();

function put(next: WaitingRelease | null) {
  waiting = next;
  for (const watch of watchers) watch();
}

/** Asks whoever stands at the desk for a manager. False at once where nothing on screen could ask. */
export function askRelease(refusal: Refusal): Promise<boolean> {
  if (dialogs === 0 || waiting) return Promise.resolve(false);
  return new Promise((resolve) => {
    const asked: WaitingRelease = {
      refusal,
      end: (released) => {
        // An answer that comes late ends only what it was asked for.
        if (waiting === asked) put(null);
        resolve(released);
      },
    };
    put(asked);
  });
}

function watch(changed: () => void) {
  watchers.add(changed);
  return () => void watchers.delete(changed);
}

/** What waits for a manager, or null. */
export function useWaitingRelease(): WaitingRelease | null {
  return useSyncExternalStore(watch, () => waiting);
}

/** As `useWaitingRelease`, for the one dialog that asks; what still waits when it goes is given up. */
export function useReleaseDesk(): WaitingRelease | null {
  useEffect(() => {
    dialogs += 1;
    return () => {
      dialogs -= 1;
      waiting?.end(false);
    };
  }, []);
  return useWaitingRelease();
}

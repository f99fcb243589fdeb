import { useRef } from "react";
import { type Blocker, useBlocker } from "react-router";

/**
 * Holds back leaving a form with something typed and not saved. `release` lets the next step
 * through: a save that is done, or changes given up on purpose.
 */
export function useLeaveGuard(dirty: boolean): { blocker: Blocker; release: () => void } {
  const free = useRef(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !free.current && currentLocation.pathname !== nextLocation.pathname,
  );
  return {
    blocker,
    release: () => {
      free.current = true;
    },
  };
}

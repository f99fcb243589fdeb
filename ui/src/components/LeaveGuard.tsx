import { useBlocker } from "react-router";
import { anythingTyped, discardTyped } from "@/lib/unsaved";
import { KeepTyped } from "./KeepTyped";

/** Stands once, around every screen: asks before another screen takes the place of something typed. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      (currentLocation.pathname !== nextLocation.pathname ||
        currentLocation.search !== nextLocation.search) &&
      anythingTyped(),
  );
  return (
    <KeepTyped
      opened={blocker.state === "blocked"}
      onKeep={() => blocker.reset?.()}
      onDiscard={() => {
        discardTyped();
        blocker.proceed?.();
      }}
    />
  );
}

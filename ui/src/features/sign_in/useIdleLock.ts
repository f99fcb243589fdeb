import { useEffect, useState } from "react";
import { call } from "@/lib/api";

const TOUCH_EVERY_MS = 20_000;
const WARN_BEFORE_MS = 15_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/**
 * Locks when nobody used the window for so many minutes (0 = never), and tells the dispatcher at
 * most every 20 seconds that somebody does; its own clock decides in the end. Counted by the time since
 * the page was opened: a clock put back would keep the screen open. True during the last seconds
 * before locking.
 */
export function useIdleLock(minutes: number, lock: () => void): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    let lastUse = performance.now();
    let lastTouch = performance.now();
    let touchTimer = 0;
    let idleTimer = 0;
    const limit = minutes * 60_000;

    const touch = () => {
      touchTimer = 0;
      lastTouch = performance.now();
      // A refusal says that the session is over; the frame hears of that on its own way.
      call("touch", {}).catch(() => undefined);
    };
    // One timer at a time, set to the next moment that matters: an idle window costs nothing.
    const look = () => {
      window.clearTimeout(idleTimer);
      if (limit <= 0) return;
      const left = lastUse + limit - performance.now();
      if (left <= 0) {
        lock();
        return;
      }
      const warning = left <= WARN_BEFORE_MS;
      setSoon(warning);
      idleTimer = window.setTimeout(look, warning ? left : left - WARN_BEFORE_MS);
    };
    const used = () => {
      const now = performance.now();
      const wasWarned = lastUse + limit - now <= WARN_BEFORE_MS;
      lastUse = now;
      if (touchTimer === 0) {
        touchTimer = window.setTimeout(touch, Math.max(0, lastTouch + TOUCH_EVERY_MS - now));
      }
      if (wasWarned) look();
    };
    const cameBack = () => {
      if (document.visibilityState === "visible") look();
    };

    look();
    for (const sign of SIGNS) window.addEventListener(sign, used, { passive: true, capture: true });
    document.addEventListener("visibilitychange", cameBack);
    return () => {
      window.clearTimeout(touchTimer);
      window.clearTimeout(idleTimer);
      for (const sign of SIGNS) window.removeEventListener(sign, used, { capture: true });
      document.removeEventListener("visibilitychange", cameBack);
    };
  }, [minutes, lock]);
  return soon;
}

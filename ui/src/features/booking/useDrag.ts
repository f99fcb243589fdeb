import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { BookingLine } from "@/bindings/commands";
import type { Target } from "./diary";

/** How far the pointer goes before a press becomes a drag, in pixels. */
const SLACK = 5;

interface Dragged {
  booking: BookingLine;
  to: Target;
}

/**
 * Dragging a booking: `find` says which place lies under the pointer, `drop` is told where it was let go.
 * Esc, and the window losing the pointer, give it up.
 */
export function useDrag(
  find: (x: number, y: number, booking: BookingLine, grip: number) => Target | null,
  drop: (booking: BookingLine, to: Target) => void,
) {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const state = useRef<{ booking: BookingLine; x: number; y: number; grip: number } | null>(null);
  const now = useRef<Dragged | null>(null);
  // The click that follows a drag opens nothing.
  const justDragged = useRef(false);
  const put = (next: Dragged | null) => {
    now.current = next;
    setDragged(next);
  };
  const giveUp = useRef(() => {});
  giveUp.current = () => {
    state.current = null;
    put(null);
  };
  const isDragging = dragged !== null;
  useEffect(() => {
    if (!isDragging) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      giveUp.current();
    };
    const left = () => giveUp.current();
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("blur", left);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("blur", left);
    };
  }, [isDragging]);

  return {
    dragged,
    /** Was that click the end of a drag? Asked once. */
    tookClick: () => {
      const took = justDragged.current;
      justDragged.current = false;
      return took;
    },
    handlers: (booking: BookingLine) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        justDragged.current = false;
        if (event.button !== 0 || event.ctrlKey) return;
        const grip = event.clientY - event.currentTarget.getBoundingClientRect().top;
        state.current = { booking, x: event.clientX, y: event.clientY, grip };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const from = state.current;
        if (!from) return;
        const far = Math.hypot(event.clientX - from.x, event.clientY - from.y);
        if (!now.current && far < SLACK) return;
        if (!now.current) {
          justDragged.current = true;
          event.currentTarget.setPointerCapture?.(event.pointerId);
        }
        const to = find(event.clientX, event.clientY, booking, from.grip) ?? now.current?.to;
        if (to) put({ booking, to });
      },
      onPointerUp: () => {
        const done = now.current;
        state.current = null;
        put(null);
        if (done) drop(done.booking, done.to);
      },
      onPointerCancel: () => giveUp.current(),
    }),
  };
}

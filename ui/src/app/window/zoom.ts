import { isComposing } from "@/lib/keys";
import { setZoom } from "@/lib/tauri";

/** Smaller nobody reads, larger no dialog fits. */
const LEAST = 60;
const MOST = 200;
const STEPS = [60, 70, 80, 90, 100, 110, 125, 150, 175, 200];
const USUAL = 100;

let percent = USUAL;

/** The next size from this one. */
export function zoomed(from: number, by: "bigger" | "smaller" | "usual"): number {
  if (by === "usual") return USUAL;
  if (by === "bigger") return STEPS.find((step) => step > from) ?? MOST;
  return STEPS.findLast((step) => step < from) ?? LEAST;
}

function wayOf(event: KeyboardEvent): "bigger" | "smaller" | "usual" | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isComposing(event)) return null;
  // Plus stands on "=" on a British keyboard, and on the number pad by itself.
  if (event.key === "+" || event.key === "=") return "bigger";
  if (event.key === "-" || event.key === "_") return "smaller";
  return event.key === "0" ? "usual" : null;
}

/** Ctrl with plus, minus, 0 or the wheel, from 60 to 200 %. Returns the way to stop. */
export function watchZoom(tell: (percent: number) => void): () => void {
  const to = (by: "bigger" | "smaller" | "usual") => {
    percent = zoomed(percent, by);
    setZoom(percent);
    tell(percent);
  };
  const onKey = (event: KeyboardEvent) => {
    const by = wayOf(event);
    if (!by) return;
    event.preventDefault();
    to(by);
  };
  const onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    if (event.deltaY !== 0) to(event.deltaY < 0 ? "bigger" : "smaller");
  };
  window.addEventListener("keydown", onKey);
  window.addEventListener("wheel", onWheel, { passive: false });
  return () => {
    window.removeEventListener("keydown", onKey);
    window.removeEventListener("wheel", onWheel);
  };
}

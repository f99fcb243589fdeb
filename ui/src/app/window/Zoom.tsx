import { useEffect, useState } from "react";
import { text } from "@/lib/texts";
import classes from "./Window.module.css";
import { watchZoom } from "./zoom";

/** How long the size stands there after a change. */
const SHOWN_MS = 1_200;

/** Makes everything larger or smaller, and says for a moment how large. */
export function Zoom() {
  const [size, setSize] = useState<{ percent: number } | null>(null);
  useEffect(() => watchZoom((percent) => setSize({ percent })), []);
  useEffect(() => {
    if (!size) return;
    const timer = window.setTimeout(() => setSize(null), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [size]);
  return (
    <div role="status">
      {size && <div className={classes.size}>{text("frame.size", { percent: size.percent })}</div>}
    </div>
  );
}

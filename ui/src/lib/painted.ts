import { useEffect } from "react";
import { type Painted, reportPainted } from "./tauri";

const told = new Set<Painted>();

/** Tells the shell, once, that a screen stands on the glass: with the frame after the one that drew it. */
export function usePainted(what: Painted, ready = true): void {
  useEffect(() => {
    if (!ready || told.has(what)) return;
    told.add(what);
    requestAnimationFrame(() => {
      // A message is delivered after the frame has been painted, a second animation frame only with the next one.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        reportPainted(what);
      };
      channel.port2.postMessage(null);
    });
  }, [what, ready]);
}

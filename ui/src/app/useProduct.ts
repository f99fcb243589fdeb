import { type ComponentType, useEffect, useState } from "react";

/** Lets the first screen settle before more is read. */
const SOON_MS = 150;

/**
 * The product for a signed-in employee, fetched when it is wanted: now, or soon, while the password
 * is typed. Not by `lazy`: what comes after a fallback React holds back for 300 ms.
 */
export function useProduct(wanted: "now" | "soon" | "later"): ComponentType | null {
  const [Product, setProduct] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (wanted === "later") return;
    const fetch = () => {
      import("./SignedIn").then(
        (file) => setProduct(() => file.SignedIn),
        // Thrown where it is drawn, so that the error boundary has it.
        (cause: unknown) =>
          setProduct(() => {
            throw cause;
          }),
      );
      // Where everybody begins, fetched with the frame so that it does not wait for it.
      void import("./pages/ContactsPage");
    };
    const timer = window.setTimeout(fetch, wanted === "now" ? 0 : SOON_MS);
    return () => window.clearTimeout(timer);
  }, [wanted]);
  return Product;
}

/** How long the product waits for its first rows: longer, and it had better be drawn without them. */
const AHEAD_MS = 60;

/**
 * Has the first rows on their way before the screen around them is drawn, and waits a moment for them: then
 * all of it is drawn at once. Whoever fails here is told by the screen.
 */
export async function askAhead(): Promise<void> {
  const asked = import("./SignedIn").then((file) => file.askAhead());
  const enough = new Promise<void>((resolve) => window.setTimeout(resolve, AHEAD_MS));
  await Promise.race([asked, enough]).catch(() => undefined);
}

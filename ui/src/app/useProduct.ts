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

/** Has the rows of the first screen on their way before it is drawn. Whoever fails there is told by the screen. */
export function askAhead(): void {
  import("./SignedIn").then(
    (file) => file.askAhead(),
    () => undefined,
  );
}

import { createContext, useContext } from "react";
import type { Right, SessionView } from "@/bindings/commands";
import { rightLabel } from "./rights";
import { text } from "./texts";

const Context = createContext<SessionView | null>(null);

/** Gives everything below it the signed-in session. Only the frame renders it. */
export const SessionProvider = Context.Provider;

/** Who is signed in, at which workstation, with which rights. Only below the frame. */
export function useSession(): SessionView {
  const session = useContext(Context);
  if (!session) throw new Error("useSession outside of a signed-in session");
  return session;
}

/**
 * Why the employee may not use a control: null when the right is held, otherwise the words for its
 * tooltip. The dispatcher refuses on its own account; this only says so beforehand. Of several
 * rights one is enough.
 */
export function useMissingRight(...anyOf: Right[]): string | null {
  const { rights } = useSession();
  if (anyOf.some((right) => rights.includes(right))) return null;
  const first = anyOf[0];
  return first ? text("common.needsRight", { right: rightLabel(first) }) : null;
}

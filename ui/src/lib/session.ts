import { createContext, useContext } from "react";
import { CHANGES, type Commands, PERMITS, type SessionView } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { lacking } from "./permits";
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

/** The words for the right that the employee lacks for a command, as the settings page has them; null when none is missing. */
export function useMissingLabel(command: keyof Commands, also?: "input"): string | null {
  const right = lacking(command, useSession().rights, also);
  return right && RIGHTS[right];
}

/**
 * Why a command that writes would be refused whoever sends it: the folder can only be read, the file
 * is damaged. Null where things can be saved, and for what only reads.
 */
export function useViewOnly(command: keyof Commands): string | null {
  const { view_only } = useSession();
  return CHANGES[command].length > 0 && !PERMITS[command].open ? view_only : null;
}

/**
 * What a print about so many people asks for beside the command's own right: words for the place where
 * it is chosen, or null when it may leave as it is.
 */
export function useAsksRelease(people: number): string | null {
  const { rights, people_at_once: most } = useSession();
  if (people <= most || rights.includes("export_reports")) return null;
  return text("release.asks", { most });
}

/**
 * Why the employee may not use the control that sends a command: null when they may, otherwise the
 * words for its tooltip. `input`: the control asks for what takes a further right.
 */
export function useMissingRight(command: keyof Commands, also?: "input"): string | null {
  const right = useMissingLabel(command, also);
  const viewOnly = useViewOnly(command);
  return right ? text("common.needsRight", { right }) : viewOnly;
}

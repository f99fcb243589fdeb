import { createContext, useContext } from "react";

interface Leave {
  /** Blanks the window and locks the workstation. */
  lock: () => void;
  /** Signs out, so that another employee can sign in. */
  switchEmployee: () => void;
}

const Context = createContext<Leave | null>(null);

/** Gives the frame the two ways out of a session. */
export const LeaveProvider = Context.Provider;

/** The ways out of a session. Only below the start. */
export function useLeave(): Leave {
  const leave = useContext(Context);
  if (!leave) throw new Error("useLeave outside of a session");
  return leave;
}

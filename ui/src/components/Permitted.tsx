import { type ReactNode, useState } from "react";
import type { Commands } from "@/bindings/commands";
import { Refusal } from "@/lib/refusal";
import { useMissingLabel, useViewOnly } from "@/lib/session";
import { ErrorState } from "./ErrorState";
import { Notice } from "./Notice";

interface PermittedProps {
  /** What the screen is there to send. */
  command: keyof Commands;
  children: ReactNode;
}

/**
 * A screen for those who may send its command; to others it says which right that takes. Nothing is
 * asked of the dispatcher then, which would log a denied attempt for what is only a look at a tab.
 * Where nothing can be saved it says so before anything is chosen; what was begun before stays.
 */
export function Permitted({ command, children }: PermittedProps) {
  const right = useMissingLabel(command);
  const viewOnly = useViewOnly(command);
  const [begun] = useState(viewOnly === null);
  if (right === null && viewOnly && !begun) return <Notice tone="warn">{viewOnly}</Notice>;
  if (right === null) return children;
  return (
    <ErrorState
      refusal={new Refusal({ code: "denied", message: "", fields: { right }, reference: null })}
    />
  );
}

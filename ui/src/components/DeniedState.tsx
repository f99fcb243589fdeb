import type { Right } from "@/bindings/commands";
import { Refusal } from "@/lib/refusal";
import { ErrorState } from "./ErrorState";

/**
 * What stands on a screen the employee has no right to. Shown without asking the dispatcher, which
 * would log a denied attempt for what is only a look at a tab.
 */
export function DeniedState({ right }: { right: Right }) {
  return (
    <ErrorState
      refusal={new Refusal({ code: "denied", message: "", fields: { right }, reference: null })}
    />
  );
}

import type { EmployeeView, Right } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { text } from "@/lib/texts";

/**
 * Whom and what the rights held reach: the dispatcher refuses on its own account, this says so
 * beforehand. A right that nobody active holds may be given by whoever may edit employees; as long as
 * it is not known who works here, everybody is taken to hold it.
 */
export function reachOf(held: readonly Right[], everyone: readonly EmployeeView[] | undefined) {
  const isBeyond = (right: Right) =>
    !held.includes(right) &&
    (everyone?.some(({ active, rights }) => active && rights.includes(right)) ?? true);
  return {
    /** Why a right may not be given or taken; null when it may. */
    right: (right: Right) => (isBeyond(right) ? text("employee.notYours") : null),
    /** Why an employee may not be changed at all: they hold more. */
    employee: ({ name, rights, is_self }: EmployeeView) => {
      const right = is_self ? undefined : rights.find(isBeyond);
      return right ? text("employee.holdsMore", { name, right: RIGHTS[right] }) : null;
    },
  };
}

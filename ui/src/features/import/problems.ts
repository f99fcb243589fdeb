import type { ImportProblemGroup } from "@/bindings/commands";
import type { FileProblem } from "@/components/wizard/Problems";

/** What is wrong, what is equal in many rows told once. */
export function byCause(groups: readonly ImportProblemGroup[]): FileProblem[] {
  return groups.map(({ first_line: line, ...group }) => ({ ...group, line }));
}

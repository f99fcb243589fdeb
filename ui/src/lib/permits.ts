import { type Commands, PERMITS, type Right } from "@/bindings/commands";

/**
 * The first right that is missing for a command, of the rights held; null when nothing is. `input`: with
 * what this input takes beside the command's own, as printing everybody does. The dispatcher refuses on
 * its own account and by the same declaration; this only says so beforehand.
 */
export function lacking(
  command: keyof Commands,
  rights: readonly Right[],
  also?: "input",
): Right | null {
  const { groups, input } = PERMITS[command];
  const asked = also === "input" ? [...groups, ...input.map((right) => [right])] : groups;
  const missing = asked.find((group) => !group.some((right) => rights.includes(right)));
  return missing?.[0] ?? null;
}

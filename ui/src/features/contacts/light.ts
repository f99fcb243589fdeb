import type { Light } from "@/bindings/commands";
import type { Mark } from "@/components/StatusMark";

const MARKS: Record<Light, Mark> = { green: "good", amber: "caution", red: "bad", grey: "none" };

/** The shape of a contact's traffic light. What is only assumed is a half disc, what ran out a hollow diamond, as in the panel. */
export function lightMark(light: Light, words: string): Mark {
  if (words === "Assumed") return "half";
  if (words === "Expired") return "lapsed";
  return MARKS[light];
}

import type { Light } from "@/bindings/commands";
import { type Mark, StatusMark } from "./StatusMark";

const MARKS: Record<Light, Mark> = { green: "good", amber: "caution", red: "bad", grey: "none" };

/** The shape of a traffic light: what is only assumed is a half disc, what ran out a hollow diamond. */
function markOf(light: Light, words: string): Mark {
  if (words === "Assumed") return "half";
  if (words === "Expired") return "lapsed";
  return MARKS[light];
}

interface LightMarkProps {
  light: Light;
  words: string;
}

/** A traffic light by word, shape and colour. */
export function LightMark({ light, words }: LightMarkProps) {
  return <StatusMark mark={markOf(light, words)} words={words} />;
}

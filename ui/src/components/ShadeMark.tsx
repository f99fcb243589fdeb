import type { Shade } from "@/bindings/commands";
import { type Mark, StatusMark } from "./StatusMark";

const MARKS: Record<Shade, Mark> = {
  not_asked: "none",
  assumed: "half",
  given: "good",
  expiring: "caution",
  expired: "lapsed",
  partly: "caution",
  refused: "bad",
  withdrawn: "bad",
  excluded: "bad",
};

interface ShadeMarkProps {
  shade: Shade;
  /** The state in words. The shape hangs on the shade alone. */
  words: string;
}

/** What was recorded, by word, shape and colour. */
export function ShadeMark({ shade, words }: ShadeMarkProps) {
  return <StatusMark mark={MARKS[shade]} words={words} />;
}

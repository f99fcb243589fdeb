import { StatusMark } from "@/components/StatusMark";
import { text } from "@/lib/texts";

interface StockMarkProps {
  part: { in_stock: number; is_low: boolean; active: boolean };
}

/** How the stock of a part stands, by word and shape. */
export function StockMark({ part }: StockMarkProps) {
  if (!part.active) return <StatusMark mark="none" words={text("part.notSold")} />;
  if (part.in_stock < 0) return <StatusMark mark="bad" words={text("part.belowZero")} />;
  if (part.is_low) return <StatusMark mark="caution" words={text("part.low")} />;
  return <StatusMark mark="good" words={text("part.enough")} />;
}

import { count } from "@/lib/format";
import { text } from "@/lib/texts";
import shared from "../shared.module.css";

/** Says under a list that it is not the whole one. */
export function FirstOf({ shown, total }: { shown: number; total: number }) {
  if (shown >= total) return null;
  return (
    <p className={shared.quiet}>
      {text("file.firstOf", { shown: count(shown), total: count(total) })}
    </p>
  );
}

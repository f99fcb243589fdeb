import { Tooltip } from "@mantine/core";
import type { ErasureEntry } from "@/bindings/commands";
import shared from "@/components/shared.module.css";
import { plural } from "@/lib/texts";

/** How many rows an erasure removed; of which kind says the tooltip. */
export function Removed({ entry }: { entry: ErasureEntry }) {
  const rows = entry.rows_removed.reduce((sum, { count }) => sum + count, 0);
  if (rows === 0) return null;
  const each = entry.rows_removed.map(({ what, count }) => `${what}: ${count}`).join("\n");
  return (
    <Tooltip label={each} style={{ whiteSpace: "pre-line" }} withinPortal>
      <span className={shared.quiet}>
        {plural(rows, "erasure.removedOne", "erasure.removedMany")}
      </span>
    </Tooltip>
  );
}

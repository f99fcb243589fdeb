import { Tooltip } from "@mantine/core";
import type { ErasureEntry } from "@/bindings/commands";
import { text } from "@/lib/texts";

/** What went, in words; table by table in the tooltip, for whoever checks the records. */
export function Removed({ entry }: { entry: ErasureEntry }) {
  if (entry.went === "") return null;
  const each = entry.rows_removed.map(({ what, count }) => `${what}: ${count}`);
  const label = [entry.went, "", text("erasure.removedRows"), ...each].join("\n");
  return (
    <Tooltip label={label} style={{ whiteSpace: "pre-line" }} withinPortal>
      <span>{entry.went}</span>
    </Tooltip>
  );
}

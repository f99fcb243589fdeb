import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { EmptyState } from "@/components/EmptyState";
import { text } from "@/lib/texts";

/** What stands where a screen failed by a mistake of ours. */
export function Broken({ onRetry }: { onRetry: () => void }) {
  return (
    <EmptyState
      icon={<IconAlertTriangle size={22} />}
      title={text("frame.brokenTitle")}
      action={<Button onClick={onRetry}>{text("common.tryAgain")}</Button>}
    >
      {text("frame.brokenWords")}
    </EmptyState>
  );
}

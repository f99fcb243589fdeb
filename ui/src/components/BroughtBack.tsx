import { Button, Group } from "@mantine/core";
import { text } from "@/lib/texts";
import { Notice } from "./Notice";
import type { Draft } from "./useDraft";

/** Says that a form opened with what was typed in it before, and when; and when nothing can be kept. */
export function BroughtBack({ draft }: { draft: Draft | undefined }) {
  if (!draft) return null;
  return (
    <>
      {draft.broughtBack !== null && (
        <Notice>
          <Group justify="space-between" gap={8}>
            <span>{text("common.broughtBack", { when: draft.broughtBack })}</span>
            <Button variant="default" size="compact-sm" onClick={draft.discard}>
              {text("common.discard")}
            </Button>
          </Group>
        </Notice>
      )}
      {draft.unkept && <Notice tone="warn">{text("common.unkept")}</Notice>}
    </>
  );
}

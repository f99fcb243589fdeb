import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ListReports } from "@/components/list/ListReports";
import { useList } from "@/components/list/list";
import { WithReason } from "@/components/WithReason";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { NewPartDialog } from "./NewPartDialog";
import { type PartsAsked, parts } from "./parts";

/** The buttons of the shelf: print and export it as it is filtered, and add to it. */
export function PartActions({ asked }: { asked: PartsAsked }) {
  const navigate = useNavigate();
  const missing = useMissingRight("create_part");
  const [creating, setCreating] = useState(false);
  const { rows, isPending } = useList(parts, asked);
  return (
    <>
      <ListReports
        reports={parts.reports?.(asked) ?? []}
        isEmpty={!isPending && rows.length === 0}
      />
      <WithReason reason={missing}>
        <Button leftSection={<IconPlus size={15} />} onClick={() => setCreating(true)}>
          {text("part.newPart")}
        </Button>
      </WithReason>
      {creating && (
        <NewPartDialog
          onCreated={(part) => navigate(paths.part(part.id))}
          onClose={() => setCreating(false)}
        />
      )}
    </>
  );
}

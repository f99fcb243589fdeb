import { Button } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { MOST_PORTAL_LINKS } from "@/bindings/constants";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { PortalLinksDialog } from "./PortalLinksDialog";

interface PortalLinksButtonProps {
  ids: ContactId[];
  /** What can be done for those who may not be asked by email. */
  refusedActions?: (ids: ContactId[]) => ReactNode;
}

/** Email portal link, for each of these contacts who may be asked by email. */
export function PortalLinksButton({ ids, refusedActions }: PortalLinksButtonProps) {
  const [asking, setAsking] = useState<ContactId[] | null>(null);
  const reason =
    ids.length > MOST_PORTAL_LINKS ? text("portal_link.atMost", { most: MOST_PORTAL_LINKS }) : null;
  return (
    <>
      <WithReason reason={reason}>
        <Button
          variant="default"
          leftSection={<IconMailForward size={15} />}
          onClick={() => setAsking(ids)}
        >
          {text("portal_link.linkMany")}
        </Button>
      </WithReason>
      {asking && (
        <PortalLinksDialog
          ids={asking}
          refusedActions={refusedActions}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

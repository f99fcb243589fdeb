import { Button } from "@mantine/core";
import { useNavigate } from "react-router";
import { InfoDialog } from "@/components/InfoDialog";
import { Notice } from "@/components/Notice";
import type { Refusal } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** Whether the dispatcher refused because the portal is not set up: `invalid`, and no field of ours is wrong. */
export function isNotSetUp(refusal: Refusal | null): refusal is Refusal {
  return refusal?.code === "invalid" && Object.keys(refusal.fields).length === 0;
}

interface NotSetUpDialogProps {
  title: string;
  refusal: Refusal;
  onClose: () => void;
}

/** Says what is missing of the portal, and leads to where it is set up (D-28). */
export function NotSetUpDialog({ title, refusal, onClose }: NotSetUpDialogProps) {
  const navigate = useNavigate();
  return (
    <InfoDialog opened title={title} onClose={onClose}>
      <Notice tone="bad" title={text("portal_link.notSetUp")}>
        {refusal.message}
      </Notice>
      <div>
        <Button onClick={() => navigate(paths.portalSettings)}>
          {text("portal_link.openSettings")}
        </Button>
      </div>
    </InfoDialog>
  );
}

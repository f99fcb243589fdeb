import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { WithReason } from "@/components/WithReason";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";

/** A fresh dealership: how to begin. */
export function NoContacts() {
  const navigate = useNavigate();
  const missing = useMissingRight("create_contact");
  return (
    <Card>
      <EmptyState
        icon={<IconUsers size={22} />}
        title={text("contact.emptyTitle")}
        action={
          <>
            <WithReason reason={missing}>
              <Button onClick={() => navigate(paths.newContact())}>
                {text("contact.createFirst")}
              </Button>
            </WithReason>
            <Button variant="default" onClick={() => navigate(paths.imports)}>
              {text("contact.importContacts")}
            </Button>
          </>
        }
      >
        {text("contact.emptyWords")}
      </EmptyState>
    </Card>
  );
}

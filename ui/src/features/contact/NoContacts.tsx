import { Button } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { Card } from "@/components/Card";
import { EmptyState } from "@/components/EmptyState";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** A fresh dealership: how to begin. */
export function NoContacts() {
  const navigate = useNavigate();
  return (
    <Card>
      <EmptyState
        icon={<IconUsers size={22} />}
        title={text("contact.emptyTitle")}
        action={
          <>
            <Button onClick={() => navigate(paths.newContact())}>
              {text("contact.createFirst")}
            </Button>
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

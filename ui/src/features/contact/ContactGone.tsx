import { Button } from "@mantine/core";
import { IconUserOff } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { Page } from "@/components/Page";
import type { Refusal } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

interface ContactGoneProps {
  refusal: Refusal;
  onRetry: () => void;
}

/** What stands where a contact was asked for and refused: mostly that it is not there any more. */
export function ContactGone({ refusal, onRetry }: ContactGoneProps) {
  const navigate = useNavigate();
  const crumbs = [
    { label: text("contact.customers"), to: paths.contacts },
    { label: text("contact.allContacts"), to: paths.contacts },
  ];
  return (
    <Page title={text("contact.recordTitle")} crumbs={crumbs}>
      {refusal.code === "not_found" ? (
        <EmptyState
          icon={<IconUserOff size={22} />}
          title={text("contact.goneTitle")}
          action={
            <Button variant="default" onClick={() => navigate(paths.contacts)}>
              {text("contact.backToList")}
            </Button>
          }
        >
          {text("contact.goneWords")}
        </EmptyState>
      ) : (
        <ErrorState refusal={refusal} onRetry={onRetry} />
      )}
    </Page>
  );
}

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
    { label: text("contacts.customers"), to: paths.contacts },
    { label: text("contacts.allContacts"), to: paths.contacts },
  ];
  return (
    <Page title={text("contacts.recordTitle")} crumbs={crumbs}>
      {refusal.code === "not_found" ? (
        <EmptyState
          icon={<IconUserOff size={22} />}
          title={text("contacts.goneTitle")}
          action={
            <Button variant="default" onClick={() => navigate(paths.contacts)}>
              {text("contacts.backToList")}
            </Button>
          }
        >
          {text("contacts.goneWords")}
        </EmptyState>
      ) : (
        <ErrorState refusal={refusal} onRetry={onRetry} />
      )}
    </Page>
  );
}

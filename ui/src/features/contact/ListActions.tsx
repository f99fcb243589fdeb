import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { ContactSort } from "@/bindings/commands";
import { WithKey } from "@/components/CommandKeys";
import { ListReports } from "@/components/list/ListReports";
import { WithReason } from "@/components/WithReason";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { contacts } from "./contacts";

/** The buttons of All Contacts: print it as it is searched, export it, add to it. */
export function ListActions({ sort, search }: { sort: ContactSort; search: string }) {
  const navigate = useNavigate();
  const missing = useMissingRight("create_contact");
  return (
    <>
      <ListReports reports={contacts.reports?.({ sort, search }) ?? []} />
      <WithReason reason={missing}>
        <WithKey id="contact.new">
          <Button leftSection={<IconPlus size={15} />} onClick={() => navigate(paths.newContact())}>
            {text("contact.newContact")}
          </Button>
        </WithKey>
      </WithReason>
    </>
  );
}

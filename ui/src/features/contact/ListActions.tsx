import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { WithKey } from "@/components/CommandKeys";
import { ListReports } from "@/components/list/ListReports";
import type { Sort } from "@/components/Table";
import { WithReason } from "@/components/WithReason";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import type { Narrowing } from "./contactFilter";
import { contacts } from "./contacts";

interface ListActionsProps {
  sort: Sort;
  narrowing: Narrowing;
  ticked: ContactId[];
  /** How many the list shows; undefined while nobody knows. */
  total: number | undefined;
}

/** The buttons of All Contacts: print and export it, or what is ticked or left of it, and add to it. */
export function ListActions({ sort, narrowing, ticked, total }: ListActionsProps) {
  const navigate = useNavigate();
  const missing = useMissingRight("create_contact");
  const reports = contacts.reports?.({ sort, narrowing, ticked, total: total ?? 0 }) ?? [];
  return (
    <>
      <ListReports reports={reports} isEmpty={ticked.length === 0 && total === 0} />
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

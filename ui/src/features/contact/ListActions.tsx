import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useNavigate } from "react-router";
import type { ContactSort } from "@/bindings/commands";
import { ReportButton } from "@/components/ReportButton";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** The buttons of All Contacts: print it, export it, add to it. */
export function ListActions({ sort }: { sort: ContactSort }) {
  const navigate = useNavigate();
  return (
    <>
      <ReportButton
        as="print"
        command="print_contacts"
        input={{ sort }}
        label={text("common.print")}
      />
      <ReportButton
        as="csv"
        command="export_contacts"
        input={{}}
        label={text("contact.exportCsv")}
      />
      <Button leftSection={<IconPlus size={15} />} onClick={() => navigate(paths.newContact())}>
        {text("contact.newContact")}
      </Button>
    </>
  );
}

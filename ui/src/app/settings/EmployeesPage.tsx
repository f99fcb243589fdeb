import { Button } from "@mantine/core";
import { IconReport } from "@tabler/icons-react";
import { Link } from "react-router";
import { EmployeeList } from "@/features/employee/EmployeeList";
import { NewEmployeeButton } from "@/features/employee/NewEmployeeButton";
import { text } from "@/lib/texts";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Employees. */
export function EmployeesPage() {
  return (
    <SectionPage
      section={sections.employees}
      fill
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconReport size={15} />}
            component={Link}
            to={sections.reportAudit.to}
          >
            {text(sections.reportAudit.label)}
          </Button>
          <NewEmployeeButton />
        </>
      }
    >
      <EmployeeList />
    </SectionPage>
  );
}

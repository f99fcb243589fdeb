import { EmployeeList } from "@/features/employee/EmployeeList";
import { NewEmployeeButton } from "@/features/employee/NewEmployeeButton";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Employees. */
export function EmployeesPage() {
  return (
    <SectionPage section={sections.employees} fill actions={<NewEmployeeButton />}>
      <EmployeeList />
    </SectionPage>
  );
}

import { Button } from "@mantine/core";
import { IconUserPlus, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { EmployeeView } from "@/bindings/commands";
import { Avatar } from "@/components/Avatar";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Notice } from "@/components/Notice";
import { StatusMark } from "@/components/StatusMark";
import { type Column, Table } from "@/components/Table";
import { Chip } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { useCall } from "@/lib/api";
import { RIGHTS, rightLabel } from "@/lib/rights";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { SectionPage } from "../SectionPage";
import classes from "../Settings.module.css";
import { sections } from "../sections";
import { EmployeeDialog } from "./EmployeeDialog";
import { NewEmployeeDialog } from "./NewEmployeeDialog";

function rightsWords(employee: EmployeeView): string {
  if (employee.rights.length === 0) return text("settings.rightsNone");
  if (employee.rights.length === RIGHTS.length) return text("settings.rightsAll");
  return text("settings.rightsCount", { count: employee.rights.length, total: RIGHTS.length });
}

const columns: Column<EmployeeView>[] = [
  {
    key: "name",
    header: text("settings.columnName"),
    width: "minmax(200px, 2fr)",
    cell: (employee) => (
      <span className={classes.person}>
        <Avatar initials={employee.initials} colour={employee.colour} size={24} />
        {employee.name}
        {employee.is_self && <Chip>{text("settings.you")}</Chip>}
      </span>
    ),
  },
  {
    key: "login",
    header: text("settings.columnLogin"),
    width: "minmax(110px, 1fr)",
    cell: (employee) => employee.login,
  },
  {
    key: "rights",
    header: text("settings.columnRights"),
    width: "minmax(100px, 1fr)",
    cell: (employee) => (
      <span title={employee.rights.map(rightLabel).join("\n")}>{rightsWords(employee)}</span>
    ),
  },
  {
    key: "last",
    header: text("settings.columnLastSignIn"),
    width: "150px",
    cell: (employee) => employee.last_sign_in?.local ?? text("settings.never"),
  },
  {
    key: "state",
    header: text("settings.columnState"),
    width: "120px",
    cell: (employee) => (
      <StatusMark
        mark={employee.active ? "good" : "none"}
        words={text(employee.active ? "settings.active" : "settings.inactive")}
      />
    ),
  },
];

/** Settings > Employees: who works here, and what each may do (D-33..D-35, SPEC 1.5). */
export function EmployeesSection() {
  const missingRecords = useMissingRight("employee_records");
  const missingSettings = useMissingRight("access_settings");
  const missing = missingRecords ?? missingSettings;
  const employees = useCall("list_employees", {});
  const [edited, setEdited] = useState<EmployeeView | null>(null);
  const [creating, setCreating] = useState(false);
  return (
    <SectionPage
      section={sections.employees}
      fill
      actions={
        <WithReason reason={missing}>
          <Button leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)}>
            {text("settings.employeeNew")}
          </Button>
        </WithReason>
      }
    >
      {missing && (
        <Notice>
          {text("settings.ownRecordOnly", {
            right: rightLabel(missingRecords ? "employee_records" : "access_settings"),
          })}
        </Notice>
      )}
      {employees.error ? (
        <ErrorState refusal={employees.error} onRetry={() => void employees.refetch()} />
      ) : !employees.data ? (
        <LoadingState />
      ) : (
        <Table
          label={text("settings.employees")}
          columns={columns}
          rows={employees.data}
          keyOf={(employee) => employee.id}
          rowHeight={40}
          onOpen={setEdited}
          empty={
            <EmptyState icon={<IconUsers size={22} />} title={text("settings.employeesEmpty")} />
          }
        />
      )}
      {edited && (
        <EmployeeDialog
          key={edited.id}
          employee={employees.data?.find(({ id }) => id === edited.id) ?? edited}
          missing={missing}
          onClose={() => setEdited(null)}
        />
      )}
      {creating && <NewEmployeeDialog onClose={() => setCreating(false)} />}
    </SectionPage>
  );
}

import { Group } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { EmployeeView } from "@/bindings/commands";
import { RIGHTS } from "@/bindings/constants";
import { Avatar } from "@/components/Avatar";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import type { ListOf } from "@/components/list/list";
import { Notice } from "@/components/Notice";
import { StatusMark } from "@/components/StatusMark";
import type { Column } from "@/components/Table";
import { Chip } from "@/components/Tag";
import { useWhole } from "@/lib/pages";
import { useMissingLabel, useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Employee.module.css";
import { EmployeeDialog } from "./EmployeeDialog";
import { shownRights } from "./rights";

const ALL = shownRights.length;

const shownOf = (employee: EmployeeView) =>
  shownRights.filter((right) => employee.rights.includes(right));

function rightsWords(employee: EmployeeView): string {
  const held = shownOf(employee).length;
  if (held === 0) return text("employee.rightsNone");
  if (held === ALL) return text("employee.rightsAll");
  return text("employee.rightsCount", { count: held, total: ALL });
}

const columns: Column<EmployeeView>[] = [
  {
    key: "name",
    header: text("employee.columnName"),
    width: "minmax(200px, 2fr)",
    cell: (employee) => (
      <Group component="span" gap={10} wrap="nowrap" fw={550}>
        <Avatar initials={employee.initials} colour={employee.colour} size={24} />
        <span className={classes.name} title={employee.name}>
          {employee.name}
        </span>
        {employee.is_self && <Chip>{text("employee.you")}</Chip>}
      </Group>
    ),
  },
  {
    key: "login",
    header: text("employee.columnLogin"),
    width: "minmax(110px, 1fr)",
    cell: (employee) => employee.login,
  },
  {
    key: "rights",
    header: text("employee.columnRights"),
    width: "minmax(100px, 1fr)",
    cell: (employee) => (
      <span
        title={shownOf(employee)
          .map((right) => RIGHTS[right])
          .join("\n")}
      >
        {rightsWords(employee)}
      </span>
    ),
  },
  {
    key: "last",
    header: text("employee.columnLastSignIn"),
    width: "150px",
    cell: (employee) => employee.last_sign_in?.local ?? text("employee.never"),
  },
  {
    key: "state",
    header: text("employee.columnState"),
    width: "120px",
    cell: (employee) => (
      <StatusMark
        mark={employee.active ? "good" : "none"}
        words={text(employee.active ? "employee.active" : "employee.inactive")}
      />
    ),
  },
];

const staff: ListOf<EmployeeView> = {
  label: text("setting.employees"),
  columns,
  keyOf: (employee) => employee.id,
  rowHeight: 40,
};

/** Who works here, and what each may do (D-33..D-35, SPEC 1.5). */
export function EmployeeList() {
  const right = useMissingLabel("update_employee");
  const missing = useMissingRight("update_employee");
  const employees = useWhole("list_employees", {});
  const [edited, setEdited] = useState<EmployeeView | null>(null);
  return (
    <>
      <ListScreen
        list={staff}
        listing={employees}
        above={right && <Notice>{text("employee.ownRecordOnly", { right })}</Notice>}
        onOpen={setEdited}
        empty={<EmptyState icon={<IconUsers size={22} />} title={text("employee.empty")} />}
      />
      {edited && (
        <EmployeeDialog
          key={edited.id}
          employee={employees.rows.find(({ id }) => id === edited.id) ?? edited}
          everyone={employees.rows}
          missing={missing}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

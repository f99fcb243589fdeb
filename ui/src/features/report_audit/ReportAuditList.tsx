import { Group, Select } from "@mantine/core";
import { IconReport } from "@tabler/icons-react";
import { useState } from "react";
import type { EmployeeId, ReportAuditEntry } from "@/bindings/commands";
import { EmptyState } from "@/components/EmptyState";
import { ListScreen } from "@/components/list/ListScreen";
import { useList } from "@/components/list/list";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import { ReportAuditDialog } from "./ReportAuditDialog";
import { reportAudits } from "./reportAudits";

const METHODS = ["PDF", "Print", "CSV", "E-mail"];

/** Every print and export, with filters (D-32). */
export function ReportAuditList() {
  const [employee, setEmployee] = useState<string | null>(null);
  const [method, setMethod] = useState<string | null>(null);
  const [opened, setOpened] = useState<ReportAuditEntry | null>(null);
  const employees = useCall("list_employees", {});
  const listing = useList(reportAudits, { employee_id: employee as EmployeeId | null, method });
  const filtered = employee !== null || method !== null;
  return (
    <>
      {opened && <ReportAuditDialog entry={opened} onClose={() => setOpened(null)} />}
      <ListScreen
        list={reportAudits}
        listing={listing}
        onOpen={setOpened}
        above={
          <Group gap={10} align="end">
            <Select
              label={text("report_audit.employee")}
              placeholder={text("report_audit.all")}
              data={(employees.data ?? []).map(({ id, name }) => ({
                value: id as string,
                label: name,
              }))}
              value={employee}
              onChange={setEmployee}
              clearable
              searchable
              w={200}
            />
            <Select
              label={text("report_audit.method")}
              placeholder={text("report_audit.all")}
              data={METHODS}
              value={method}
              onChange={setMethod}
              clearable
              w={130}
            />
          </Group>
        }
        empty={
          <EmptyState
            icon={<IconReport size={22} />}
            title={text(filtered ? "report_audit.emptyFiltered" : "report_audit.empty")}
          >
            {!filtered && text("report_audit.emptyWords")}
          </EmptyState>
        }
      />
    </>
  );
}

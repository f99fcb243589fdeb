import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { WithReason } from "@/components/WithReason";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { NewEmployeeDialog } from "./NewEmployeeDialog";

/** Begins a new employee's record. */
export function NewEmployeeButton() {
  const missing = useMissingRight("create_employee");
  const [creating, setCreating] = useState(false);
  return (
    <>
      <WithReason reason={missing}>
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)}>
          {text("employee.new")}
        </Button>
      </WithReason>
      {creating && <NewEmployeeDialog onClose={() => setCreating(false)} />}
    </>
  );
}

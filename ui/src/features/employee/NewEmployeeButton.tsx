import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { WithReason } from "@/components/WithReason";
import { text } from "@/lib/texts";
import { NewEmployeeDialog } from "./NewEmployeeDialog";
import { useMissingEmployeeRight } from "./useMissingEmployeeRight";

/** Begins a new employee's record. */
export function NewEmployeeButton() {
  const { reason } = useMissingEmployeeRight();
  const [creating, setCreating] = useState(false);
  return (
    <>
      <WithReason reason={reason}>
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)}>
          {text("employee.new")}
        </Button>
      </WithReason>
      {creating && <NewEmployeeDialog onClose={() => setCreating(false)} />}
    </>
  );
}

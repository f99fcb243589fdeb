import { Checkbox } from "@mantine/core";
import { useState } from "react";
import type { ContactId, VehicleView } from "@/bindings/types";
import { DateField } from "@/components/DateField";
import { DialogForm } from "@/components/DialogForm";
import { Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { KeeperField } from "./KeeperField";

interface ChangeKeeperDialogProps {
  vehicle: VehicleView;
  onClose: () => void;
}

/** Who keeps the vehicle from a day on; whoever keeps it now may be named again, which answers that it is theirs still. */
export function ChangeKeeperDialog({ vehicle, onClose }: ChangeKeeperDialogProps) {
  const { today } = useSession();
  const [who, setWho] = useState<ContactId | null>(null);
  const [nobody, setNobody] = useState(false);
  const [on, setOn] = useState<string | null>(today);
  const change = useChange("change_keeper", {
    onSuccess: (view) => {
      notifyDone(text("vehicle.keeperSaved", { called: view.called }));
      onClose();
    },
  });
  const fields = change.error?.fields ?? {};
  const inline = Boolean(fields.contact_id ?? fields.on);
  const same = who !== null && !nobody && who === vehicle.keeper?.contact_id;
  return (
    <DialogForm
      opened
      title={text("vehicle.keeperTitle", { called: vehicle.called })}
      submitLabel={text("vehicle.keeperSave")}
      submitDisabled={on === null || (who === null && !nobody)}
      busy={change.isPending}
      refusal={inline ? null : change.error}
      onSubmit={() =>
        change.mutate({
          id: vehicle.id,
          version: vehicle.version,
          contact_id: nobody ? null : who,
          on: on ?? "",
        })
      }
      onClose={onClose}
    >
      {!nobody && <KeeperField error={fields.contact_id} value={who} onChange={setWho} />}
      {vehicle.keeper && (
        <Checkbox
          label={text("vehicle.keeperNobody")}
          checked={nobody}
          onChange={({ currentTarget }) => setNobody(currentTarget.checked)}
        />
      )}
      <div className={shared.short}>
        <DateField
          label={text("vehicle.keeperOn")}
          error={fields.on}
          value={on}
          onChange={(day) => setOn(day)}
        />
      </div>
      {same && <Notice>{text("vehicle.keeperSame", { name: vehicle.keeper?.name ?? "" })}</Notice>}
    </DialogForm>
  );
}

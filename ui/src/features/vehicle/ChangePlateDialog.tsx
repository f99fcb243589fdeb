import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import type { VehicleView } from "@/bindings/types";
import { DateField } from "@/components/DateField";
import { DialogForm } from "@/components/DialogForm";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useChange } from "@/lib/api";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";

interface ChangePlateDialogProps {
  vehicle: VehicleView;
  onClose: () => void;
}

/** Gives the vehicle another plate from a day on (cherished transfer). */
export function ChangePlateDialog({ vehicle, onClose }: ChangePlateDialogProps) {
  const { today } = useSession();
  const [plate, setPlate] = useState("");
  const [on, setOn] = useState<string | null>(today);
  const [fromOther, setFromOther] = useState(false);
  const change = useChange("change_plate", {
    onSuccess: (view) => {
      notifyDone(text("vehicle.plateSaved", { called: view.called }));
      onClose();
    },
  });
  const fields = change.error?.fields ?? {};
  const inline = Boolean(fields.registration ?? fields.on);
  return (
    <DialogForm
      opened
      title={text("vehicle.plateTitle", { called: vehicle.called })}
      submitLabel={text("vehicle.plateSave")}
      submitDisabled={on === null}
      busy={change.isPending}
      refusal={inline ? null : change.error}
      onSubmit={() =>
        change.mutate({
          id: vehicle.id,
          version: vehicle.version,
          registration: plate,
          on: on ?? "",
          from_other: fromOther,
        })
      }
      onClose={onClose}
    >
      <p className={shared.prose}>{text("vehicle.plateWords")}</p>
      <TextInput
        label={text("vehicle.plateNew")}
        description={text("vehicle.plateNewHint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        spellCheck={false}
        autoComplete="off"
        data-autofocus
        error={fields.registration}
        value={plate}
        onChange={({ currentTarget }) => setPlate(currentTarget.value)}
      />
      {/* Asked where it is the question: another vehicle bears that plate. */}
      {(fields.vehicle_id || fromOther) && (
        <Checkbox
          label={text("vehicle.plateFromOther")}
          checked={fromOther}
          onChange={({ currentTarget }) => setFromOther(currentTarget.checked)}
        />
      )}
      <div className={shared.short}>
        <DateField
          label={text("vehicle.plateOn")}
          error={fields.on}
          value={on}
          onChange={(day) => setOn(day)}
        />
      </div>
    </DialogForm>
  );
}

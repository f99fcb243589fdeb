import { useEffect, useMemo, useState } from "react";
import type { VehicleView } from "@/bindings/types";
import { DialogForm } from "@/components/DialogForm";
import { LoadingState } from "@/components/LoadingState";
import { FormRefusal, Notice } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { useCall, useChange } from "@/lib/api";
import { text } from "@/lib/texts";
import { draftOf, formOf } from "./draft";
import { AlsoSaid } from "./LookedUp";
import { compare, type FactField, taken, toldOf } from "./lookUp";
import { SaidTable } from "./SaidTable";

/** Looks a vehicle on file up, and takes over what is ticked. What is empty is ticked already. */
export function LookUpDialog({ vehicle, onClose }: { vehicle: VehicleView; onClose: () => void }) {
  const [opened] = useState(() => formOf(vehicle));
  const [ticked, setTicked] = useState<ReadonlySet<FactField>>(new Set());
  // Asked once, whatever happens on the screen meanwhile: each question goes to the registers.
  const { data: said, error } = useCall(
    "look_up_plate",
    { registration: vehicle.registration },
    { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, retry: false },
  );
  const update = useChange("update_vehicle", {
    onSuccess: (view) => {
      notifyDone(text("vehicle.saved", { called: view.called }));
      onClose();
    },
  });
  const compared = useMemo(() => said && compare(opened, said), [opened, said]);
  useEffect(() => {
    if (compared) setTicked(new Set(compared.fills.map(({ field }) => field)));
  }, [compared]);
  const rows = compared ? [...compared.fills, ...compared.differs] : [];
  const save = () => {
    if (!said || !compared) return;
    const form = taken(opened, compared.facts, [...ticked]);
    const draft = { ...draftOf(form), looked_up: toldOf(said) };
    update.mutate({ id: vehicle.id, version: vehicle.version, vehicle: draft });
  };
  return (
    <DialogForm
      opened
      title={text("vehicle.lookUpTitle", { registration: vehicle.registration })}
      submitLabel={text("vehicle.takeTicked")}
      submitDisabled={ticked.size === 0}
      cancelLabel={text("vehicle.done")}
      dirty={false}
      busy={update.isPending}
      refusal={update.error}
      size={640}
      onSubmit={save}
      onClose={onClose}
    >
      {!said && !error && <LoadingState />}
      <FormRefusal refusal={error} />
      {said?.not_looked_up && <Notice tone="warn">{said.not_looked_up}</Notice>}
      {said && !said.not_looked_up && (
        <>
          {rows.length === 0 ? (
            <p className={shared.prose}>{text("vehicle.nothingNew")}</p>
          ) : (
            <SaidTable rows={rows} ticked={ticked} onTick={setTicked} />
          )}
          <AlsoSaid said={said} />
        </>
      )}
    </DialogForm>
  );
}

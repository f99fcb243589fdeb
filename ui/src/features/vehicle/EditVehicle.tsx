import { useState } from "react";
import { useParams } from "react-router";
import type { VehicleId, VehicleView } from "@/bindings/types";
import { LoadingState } from "@/components/LoadingState";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { vehicleCrumbs } from "./crumbs";
import { formOf } from "./draft";
import { VehicleEditor } from "./VehicleEditor";
import { VehicleGone } from "./VehicleGone";

/** Edits one vehicle. */
export function EditVehicle() {
  const id = (useParams().id ?? "") as VehicleId;
  // Always asked anew: an edit that begins from an old answer would end in a conflict.
  const vehicle = useCall("get_vehicle", { id }, { refetchOnMount: "always" });
  if (vehicle.error) return <VehicleGone refusal={vehicle.error} onRetry={vehicle.refetch} />;
  if (!vehicle.data || (vehicle.isFetching && !vehicle.isFetchedAfterMount))
    return <LoadingState />;
  return <Opened key={id} vehicle={vehicle.data} />;
}

/** Keeps the vehicle as it was when the form opened, whatever the cache learns meanwhile. */
function Opened({ vehicle }: { vehicle: VehicleView }) {
  const [opened] = useState(vehicle);
  return (
    <VehicleEditor
      title={text("vehicle.editTitle", { called: opened.called })}
      crumbs={[...vehicleCrumbs(null), { label: opened.called, to: paths.vehicle(opened.id) }]}
      begin={formOf(opened)}
      existing={opened}
      back={paths.vehicle(opened.id)}
    />
  );
}

import { useState } from "react";
import { useLocation, useSearchParams } from "react-router";
import type { ContactId } from "@/bindings/types";
import { Tag } from "@/components/Tag";
import { useCall } from "@/lib/api";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { vehicleCrumbs } from "./crumbs";
import { emptyForm } from "./draft";
import { VehicleEditor } from "./VehicleEditor";

/** Adds a vehicle: of a contact, and with a plate, where the address says so. */
export function NewVehicle() {
  const [search] = useSearchParams();
  const { state } = useLocation();
  const contact = (search.get("contact") ?? undefined) as ContactId | undefined;
  const [begin] = useState(() => emptyForm(search.get("plate") ?? ""));
  const whose = useCall(
    "get_contact",
    { id: contact ?? ("" as ContactId) },
    { enabled: !!contact },
  );
  return (
    <VehicleEditor
      title={text("vehicle.newTitle")}
      crumbs={vehicleCrumbs(state?.from)}
      begin={begin}
      contact={contact}
      back={contact ? paths.contact(contact, "vehicles") : paths.vehicles}
      note={
        whose.data && (
          <span>
            <Tag>{text("vehicle.forContact", { name: whose.data.display_name })}</Tag>
          </span>
        )
      }
    />
  );
}

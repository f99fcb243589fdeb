import { useSearchParams } from "react-router";
import { Page } from "@/components/Page";
import { VehicleList, VehicleListActions } from "@/features/vehicle/VehicleList";
import { readShown, writeShown } from "@/features/vehicle/vehicleFilter";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > All Vehicles. What is shown stands in the address, so that coming back finds it so. */
export function VehiclesPage() {
  const [search, setSearch] = useSearchParams();
  const shown = readShown(search);
  return (
    <Page
      fill
      title={text("vehicle.allVehicles")}
      crumbs={customersCrumbs()}
      actions={<VehicleListActions shown={shown} />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <VehicleList
          shown={shown}
          onShow={(next) => setSearch(writeShown(next), { replace: true })}
        />
      </div>
    </Page>
  );
}

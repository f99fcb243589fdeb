import { IconCar } from "@tabler/icons-react";
import type { FoundVehicle } from "@/bindings/types";
import { text } from "@/lib/texts";
import { Marked } from "./Marked";
import classes from "./SearchBox.module.css";

/** One vehicle in the drop-down: its plate, what it is, who keeps it, and why it is there. */
export function VehicleResult({ row, typed }: { row: FoundVehicle; typed: string }) {
  const { registration, make, model, keeper } = row;
  const beside = [
    [make, model].filter(Boolean).join(" "),
    keeper && text("vehicle.keptBy", { name: keeper }),
    why(row),
  ].filter(Boolean);
  return (
    <>
      <IconCar size={16} aria-hidden="true" />
      <span>
        <b>
          <Marked words={registration || text("vehicle.noPlate")} typed={typed} />
        </b>
        <span className={classes.beside}>{beside.join(" · ")}</span>
      </span>
    </>
  );
}

function why({ by, former, vin }: FoundVehicle): string | null {
  switch (by) {
    case "former_registration":
      return text("vehicle.byFormer", { registration: former ?? "" });
    case "vin":
      return text("vehicle.byVin", { vin });
    case "looks_alike":
      return text("vehicle.looksAlike");
    default:
      return null;
  }
}

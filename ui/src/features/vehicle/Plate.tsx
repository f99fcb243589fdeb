import { text } from "@/lib/texts";
import classes from "./Vehicle.module.css";

/** A plate as it is written, in a plain frame. */
export function Plate({ registration, large }: { registration: string; large?: boolean }) {
  const worn = [classes.plate, large && classes.large, !registration && classes.none];
  return (
    <span className={worn.filter(Boolean).join(" ")}>
      {registration || text("vehicle.noPlate")}
    </span>
  );
}

import { Link } from "react-router";
import type { VehicleView } from "@/bindings/types";
import { Card } from "@/components/Card";
import plain from "@/components/PlainTable.module.css";
import { Scroll } from "@/components/Scroll";
import shared from "@/components/shared.module.css";
import { ukDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { Plate } from "./Plate";
import classes from "./Vehicle.module.css";
import { milesWords, sourceWords } from "./words";

const unknown = () => <span className={shared.quiet}>{text("vehicle.unknownSince")}</span>;

/** Who keeps it and who did. */
export function KeepersCard({ vehicle }: { vehicle: VehicleView }) {
  return (
    <Card title={text("vehicle.keepers")}>
      {vehicle.keepers.length === 0 ? (
        <p className={shared.quiet}>{text("vehicle.noKeepers")}</p>
      ) : (
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{text("vehicle.keeper")}</th>
              <th scope="col">{text("vehicle.since")}</th>
              <th scope="col">{text("vehicle.until")}</th>
            </tr>
          </thead>
          <tbody>
            {vehicle.keepers.map((one) => (
              <tr
                key={`${one.contact_id}/${one.since}/${one.until}`}
                className={one.until ? classes.former : undefined}
              >
                <td>
                  <Link to={paths.contact(one.contact_id, "vehicles")}>
                    <bdi>{one.name}</bdi>
                  </Link>{" "}
                  <span className={shared.small}>{one.reference}</span>
                  {one.confirmed_on && (
                    <span className={shared.hint}>
                      {text("vehicle.confirmed", { date: ukDate(one.confirmed_on) })}
                    </span>
                  )}
                </td>
                <td>{one.since ? ukDate(one.since) : unknown()}</td>
                <td>{one.until ? ukDate(one.until) : text("vehicle.now")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** The plates it bore before. */
export function PlatesCard({ vehicle }: { vehicle: VehicleView }) {
  return (
    <Card title={text("vehicle.formerPlates")}>
      {vehicle.plates.length === 0 ? (
        <p className={shared.quiet}>{text("vehicle.noFormerPlates")}</p>
      ) : (
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{text("vehicle.registration")}</th>
              <th scope="col">{text("vehicle.since")}</th>
              <th scope="col">{text("vehicle.until")}</th>
            </tr>
          </thead>
          <tbody>
            {vehicle.plates.map(({ registration, since, until }) => (
              <tr key={`${registration}/${until}`}>
                <td>
                  <Plate registration={registration} />
                </td>
                <td>{since ? ukDate(since) : unknown()}</td>
                <td>{until ? ukDate(until) : unknown()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

/** What its mileage was. */
export function MileageCard({ vehicle }: { vehicle: VehicleView }) {
  return (
    <Card title={text("vehicle.mileage")}>
      {vehicle.mileages.length === 0 ? (
        <p className={shared.quiet}>{text("vehicle.noMileage")}</p>
      ) : (
        <Scroll label={text("vehicle.mileage")}>
          <table className={plain.table}>
            <thead>
              <tr>
                <th scope="col">{text("vehicle.readOn")}</th>
                <th scope="col">{text("vehicle.mileage")}</th>
                <th scope="col">{text("vehicle.source")}</th>
              </tr>
            </thead>
            <tbody>
              {vehicle.mileages.map(({ read_on, miles, source }) => (
                <tr key={`${read_on}/${miles}/${source}`}>
                  <td>{ukDate(read_on)}</td>
                  <td className={shared.figures}>{milesWords(miles)}</td>
                  <td className={shared.quiet}>{sourceWords(source)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Card>
  );
}

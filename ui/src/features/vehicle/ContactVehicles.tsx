import { Link } from "react-router";
import type { ContactId, ContactVehicleRow } from "@/bindings/types";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import plain from "@/components/PlainTable.module.css";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { useCall } from "@/lib/api";
import { ukDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { AddByPlate } from "./AddByPlate";
import { Plate } from "./Plate";
import classes from "./Vehicle.module.css";
import { makeAndModel } from "./words";

interface ContactVehiclesProps {
  contactId: ContactId;
  name: string;
}

/** The tab Vehicles of a contact: what they keep, what they kept, and one more by its plate. */
export function ContactVehicles({ contactId, name }: ContactVehiclesProps) {
  const rows = useCall("list_contact_vehicles", { contact_id: contactId });
  if (rows.error) return <ErrorState refusal={rows.error} onRetry={() => void rows.refetch()} />;
  if (!rows.data) return <LoadingState />;
  const theirs = rows.data.filter(({ until }) => until === null);
  const former = rows.data.filter(({ until }) => until !== null);
  // Back to this tab, and not to the list of vehicles.
  const from = { place: paths.contact(contactId, "vehicles"), label: name };
  return (
    <div className={classes.tab}>
      <section>
        <h3>{text("vehicle.theirs")}</h3>
        {theirs.length === 0 ? (
          <p className={shared.quiet}>{text("vehicle.noneOfTheirs")}</p>
        ) : (
          <Rows rows={theirs} from={from} />
        )}
      </section>
      <AddByPlate contactId={contactId} from={from} />
      {former.length > 0 && (
        <section>
          <h3>{text("vehicle.theirFormer")}</h3>
          <Rows rows={former} from={from} />
        </section>
      )}
    </div>
  );
}

interface RowsProps {
  rows: readonly ContactVehicleRow[];
  from: { place: string; label: string };
}

function Rows({ rows, from }: RowsProps) {
  return (
    <table className={plain.table}>
      <thead>
        <tr>
          <th scope="col">{text("vehicle.registration")}</th>
          <th scope="col">
            {text("vehicle.make")}, {text("vehicle.model").toLowerCase()}
          </th>
          <th scope="col">{text("vehicle.motDue")}</th>
          <th scope="col">{text("vehicle.serviceDue")}</th>
          <th scope="col">{text("vehicle.since")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={`${row.id}/${row.since}/${row.until}`}
            className={row.until ? classes.former : undefined}
          >
            <td>
              <Link
                to={paths.vehicle(row.id)}
                state={{ from }}
                aria-label={row.registration || makeAndModel(row)}
              >
                <Plate registration={row.registration} />
              </Link>
            </td>
            <td>
              <bdi>{makeAndModel(row)}</bdi>{" "}
              {row.recalled && <StatusMark mark="bad" words={text("vehicle.recalled")} />}
              {row.no_service_contact && (
                <span className={shared.alert}>{text("vehicle.noServiceContact")}</span>
              )}
            </td>
            <td className={shared.figures}>{row.mot_due && ukDate(row.mot_due)}</td>
            <td className={shared.figures}>{row.service_due && ukDate(row.service_due)}</td>
            <td className={shared.figures}>
              {row.since ? ukDate(row.since) : text("vehicle.unknownSince")}{" "}
              {row.until && text("vehicle.keptUntil", { date: ukDate(row.until) })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { CSSProperties } from "react";
import { Link } from "react-router";
import type { VehicleView } from "@/bindings/types";
import { Card } from "@/components/Card";
import { CopyText } from "@/components/CopyText";
import { DateText } from "@/components/DateText";
import { StatusMark } from "@/components/StatusMark";
import shared from "@/components/shared.module.css";
import { ukDate } from "@/lib/format";
import { paths } from "@/lib/paths";
import { useSession } from "@/lib/session";
import { text } from "@/lib/texts";
import { Plate } from "./Plate";
import classes from "./Vehicle.module.css";
import { makeAndModel } from "./words";

const TERMS = { "--terms": "116px" } as CSSProperties;

/** What is known of the vehicle itself. */
export function FactsCard({ vehicle }: { vehicle: VehicleView }) {
  const quiet = <span className={shared.quiet}>{text("vehicle.notKnown")}</span>;
  const day = (date: string | null) => (date ? <DateText date={date} /> : quiet);
  const words = (said: string) => (said ? <bdi>{said}</bdi> : quiet);
  return (
    <Card title={text("vehicle.details")}>
      <div className={classes.head}>
        <Plate registration={vehicle.registration} large />
        <bdi className={shared.strong}>{makeAndModel(vehicle)}</bdi>
        {vehicle.plate_since && (
          <span className={shared.small}>
            {text("vehicle.plateSince", { date: ukDate(vehicle.plate_since) })}
          </span>
        )}
      </div>
      <dl className={shared.facts} style={TERMS}>
        <dt>{text("vehicle.keeper")}</dt>
        <dd>
          {vehicle.keeper ? (
            <Link to={paths.contact(vehicle.keeper.contact_id, "vehicles")}>
              <bdi>{vehicle.keeper.name}</bdi>
            </Link>
          ) : (
            <span className={shared.quiet}>{text("vehicle.noKeepers")}</span>
          )}
        </dd>
        <dt>{text("vehicle.vin")}</dt>
        <dd>{vehicle.vin ? <CopyText value={vehicle.vin} /> : quiet}</dd>
        <dt>{text("vehicle.colour")}</dt>
        <dd>{words(vehicle.colour)}</dd>
        <dt>{text("vehicle.fuel")}</dt>
        <dd>{words(vehicle.fuel)}</dd>
        <dt>{text("vehicle.firstRegistered")}</dt>
        <dd>{day(vehicle.first_registered)}</dd>
        <dt>{text("vehicle.motDue")}</dt>
        <dd>
          <Due day={vehicle.mot_due} />
        </dd>
        <dt>{text("vehicle.serviceDue")}</dt>
        <dd>
          <Due day={vehicle.service_due} />
        </dd>
        <dt>{text("vehicle.lastV5c")}</dt>
        <dd>{day(vehicle.last_v5c)}</dd>
        <dt>{text("vehicle.recall")}</dt>
        <dd>
          <Recall vehicle={vehicle} />
        </dd>
        {vehicle.changed_local && (
          <>
            <dt>{text("vehicle.changed")}</dt>
            <dd>
              {text("vehicle.changedBy", { at: vehicle.changed_local, who: vehicle.changed_by })}
            </dd>
          </>
        )}
      </dl>
      {vehicle.no_service_contact && (
        <span className={shared.alert}>{text("vehicle.noServiceContactWords")}</span>
      )}
    </Card>
  );
}

function Due({ day }: { day: string | null }) {
  const { today } = useSession();
  if (!day) return <span className={shared.quiet}>{text("vehicle.notKnown")}</span>;
  if (day >= today) return <DateText date={day} />;
  return <StatusMark mark="caution" words={text("vehicle.overdue", { date: ukDate(day) })} />;
}

function Recall({ vehicle }: { vehicle: VehicleView }) {
  const { recall, recall_text: said, recall_on: on } = vehicle;
  const words = on ? text("vehicle.recallOn", { words: said, date: ukDate(on) }) : said;
  if (recall === "yes") return <StatusMark mark="bad" words={words} />;
  return <span className={recall === "no" ? undefined : shared.quiet}>{words}</span>;
}

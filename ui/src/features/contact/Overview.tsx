import type { CSSProperties } from "react";
import type { ContactView } from "@/bindings/commands";
import { DateText } from "@/components/DateText";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import classes from "./Record.module.css";

const TERMS = { "--terms": "110px" } as CSSProperties;

/** The first tab of a record: what is known beyond address and consent. */
export function Overview({ contact }: { contact: ContactView }) {
  const quiet = <span className={shared.quiet}>{text("contact.notGiven")}</span>;
  return (
    <div className={classes.overview}>
      <section>
        <h3>{text("contact.details")}</h3>
        <dl className={shared.facts} style={TERMS}>
          <dt>{text("contact.reference")}</dt>
          <dd>{contact.reference}</dd>
          <dt>{text("contact.company")}</dt>
          <dd>{contact.company ? <bdi>{contact.company}</bdi> : quiet}</dd>
          <dt>{text("contact.dateOfBirth")}</dt>
          <dd>{contact.date_of_birth ? <DateText date={contact.date_of_birth} /> : quiet}</dd>
          <dt>{text("contact.created")}</dt>
          <dd>{contact.created_local}</dd>
          <dt>{text("contact.changed")}</dt>
          <dd>{contact.changed_local}</dd>
        </dl>
      </section>
      <section>
        <h3>{text("contact.vehicles")}</h3>
        {contact.vehicles.length === 0 ? (
          <span className={shared.quiet}>{text("contact.noVehicles")}</span>
        ) : (
          <table className={plain.table}>
            <tbody>
              {contact.vehicles.map((one, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows have no other name, and this list is only read
                <tr key={index}>
                  <td className={classes.plate}>{one.registration}</td>
                  <td>{[one.make, one.model].filter(Boolean).join(" ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className={classes.notes}>
        <h3>{text("contact.notes")}</h3>
        {contact.notes ? (
          <p dir="auto" className={shared.prose}>
            {contact.notes}
          </p>
        ) : (
          <span className={shared.quiet}>{text("contact.noNotes")}</span>
        )}
      </section>
    </div>
  );
}

import type { ContactLine } from "@/bindings/commands";
import { Chip } from "@/components/Tag";
import classes from "./SimilarRows.module.css";

/** Who is there already, with what tells them apart from a namesake. */
export function SimilarPerson({ row }: { row: ContactLine }) {
  return (
    <span className={classes.person}>
      <b>
        <bdi>{row.name || row.company}</bdi>
      </b>{" "}
      {row.reference} {row.died && <Chip>{row.died}</Chip>}
      <small className={classes.where}>
        <bdi>{[row.town, row.postcode, row.phone, row.email].filter(Boolean).join(" · ")}</bdi>
      </small>
    </span>
  );
}

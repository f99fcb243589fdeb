import type { ReconsentRow } from "@/bindings/commands";
import { StatusMark } from "@/components/StatusMark";
import type { Column } from "@/components/Table";
import { text } from "@/lib/texts";
import classes from "./Reconsent.module.css";

/** The columns of Marketing Re-consent Needed. The order is the list’s own, longest overdue first. */
export const columns: Column<ReconsentRow>[] = [
  {
    key: "name",
    header: text("reconsent.columnName"),
    width: "minmax(160px, 1.6fr)",
    cell: (row) => (
      <>
        <bdi className={classes.name}>{row.name || row.company}</bdi>
        {row.company && row.company !== row.name && row.name && (
          <bdi className={classes.company}>{row.company}</bdi>
        )}
      </>
    ),
  },
  {
    key: "reference",
    header: text("reconsent.columnReference"),
    width: "96px",
    cell: (row) => <span className={classes.figures}>{row.reference}</span>,
  },
  {
    key: "phone",
    header: text("reconsent.columnPhone"),
    width: "126px",
    cell: (row) => <bdi className={classes.figures}>{row.phone}</bdi>,
  },
  {
    key: "email",
    header: text("reconsent.columnEmail"),
    width: "minmax(130px, 1fr)",
    cell: (row) => (
      <bdi className={classes.quiet} title={row.email}>
        {row.email}
      </bdi>
    ),
  },
  {
    key: "obtained",
    header: text("reconsent.columnObtained"),
    width: "132px",
    cell: (row) =>
      row.never_recorded ? (
        <StatusMark mark="caution" words={row.last_obtained_text} />
      ) : (
        <span className={classes.figures}>{row.last_obtained_text}</span>
      ),
  },
  {
    key: "ran_out",
    header: text("reconsent.columnRanOut"),
    width: "minmax(190px, 1.8fr)",
    cell: (row) => <span title={row.ran_out}>{row.ran_out}</span>,
  },
  {
    key: "good_until",
    header: text("reconsent.columnGoodUntil"),
    width: "98px",
    cell: (row) => <span className={classes.figures}>{row.good_until}</span>,
  },
];

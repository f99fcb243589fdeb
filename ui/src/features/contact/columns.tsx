import type { ContactLine } from "@/bindings/commands";
import { LightMark } from "@/components/LightMark";
import type { Column } from "@/components/Table";
import { text } from "@/lib/texts";
import classes from "./ContactList.module.css";

/** The columns of All Contacts. The last one needs a wide window. */
export function contactColumns(wide: boolean): Column<ContactLine>[] {
  const columns: Column<ContactLine>[] = [
    {
      key: "light",
      header: text("contact.columnConsent"),
      width: "116px",
      cell: (row) => <LightMark light={row.light} words={row.light_text} />,
    },
    {
      key: "name",
      header: text("contact.columnName"),
      width: "minmax(180px, 2.2fr)",
      sort: "name",
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
      header: text("contact.columnReference"),
      width: "96px",
      sort: "reference",
      cell: (row) => <span className={classes.figures}>{row.reference}</span>,
    },
    {
      key: "town",
      header: text("contact.columnTown"),
      width: "minmax(150px, 1.4fr)",
      sort: "postcode",
      cell: (row) => (
        <span className={classes.place}>
          <bdi className={classes.town}>{row.town}</bdi>
          <span className={classes.postcode}>{row.postcode}</span>
        </span>
      ),
    },
    {
      key: "phone",
      header: text("contact.columnPhone"),
      width: "126px",
      cell: (row) => <bdi className={classes.figures}>{row.phone}</bdi>,
    },
    {
      key: "email",
      header: text("contact.columnEmail"),
      width: "minmax(150px, 1.5fr)",
      cell: (row) => <bdi className={classes.quiet}>{row.email}</bdi>,
    },
    {
      key: "plate",
      header: text("contact.columnPlate"),
      width: "92px",
      cell: (row) => row.registration,
    },
  ];
  if (wide) {
    columns.push({
      key: "changed",
      header: text("contact.columnChanged"),
      width: "136px",
      sort: "changed",
      cell: (row) => <span className={classes.quiet}>{row.changed_local}</span>,
    });
  }
  return columns;
}

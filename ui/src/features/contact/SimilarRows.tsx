import { Button } from "@mantine/core";
import { Link } from "react-router";
import type { ContactLine } from "@/bindings/commands";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import { SimilarPerson } from "./SimilarPerson";
import classes from "./SimilarRows.module.css";

/** Whom it may be, and the way to each. */
export function SimilarRows({ rows }: { rows: ContactLine[] }) {
  return (
    <ul className={classes.similar}>
      {rows.map((row) => (
        <li key={row.id}>
          <SimilarPerson row={row} />
          <Button
            component={Link}
            to={paths.contact(row.id)}
            variant="default"
            size="compact-sm"
            aria-label={text("contact.openContact", { name: row.name || row.company })}
          >
            {text("contact.open")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

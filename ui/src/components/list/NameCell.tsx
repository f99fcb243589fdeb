import { Chip } from "../Tag";
import classes from "./List.module.css";

interface NameCellProps {
  name: string;
  company: string;
  /** What whoever calls them has to know first, in a word or two. */
  note?: string | null;
}

/** Who a row is about: the name, and the company beside it; whichever of them there is. */
export function NameCell({ name, company, note }: NameCellProps) {
  return (
    <>
      <bdi className={classes.name}>{name || company}</bdi>
      {note && (
        <span className={classes.note}>
          <Chip>{note}</Chip>
        </span>
      )}
      {name && company && company !== name && <bdi className={classes.company}>{company}</bdi>}
    </>
  );
}

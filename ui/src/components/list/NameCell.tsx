import classes from "./List.module.css";

/** Who a row is about: the name, and the company beside it; whichever of them there is. */
export function NameCell({ name, company }: { name: string; company: string }) {
  return (
    <>
      <bdi className={classes.name}>{name || company}</bdi>
      {name && company && company !== name && <bdi className={classes.company}>{company}</bdi>}
    </>
  );
}

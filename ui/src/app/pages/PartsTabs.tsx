import { NavLink } from "react-router";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { PARTS_SCREENS } from "./parts";

/** The screens of Parts, side by side. */
export function PartsTabs() {
  return (
    <nav className={classes.tabs} aria-label={text("part.sections")}>
      {PARTS_SCREENS.map(({ to, label }) => (
        <NavLink key={to} to={to} end className={classes.tab}>
          {text(label)}
        </NavLink>
      ))}
    </nav>
  );
}

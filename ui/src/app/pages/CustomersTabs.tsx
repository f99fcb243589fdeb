import { NavLink } from "react-router";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CUSTOMER_SCREENS } from "./customers";

/** The screens of Customers, side by side. */
export function CustomersTabs() {
  return (
    <nav className={classes.tabs} aria-label={text("contact.sections")}>
      {CUSTOMER_SCREENS.map(({ to, label }) => (
        <NavLink key={to} to={to} end className={classes.tab}>
          {text(label)}
        </NavLink>
      ))}
    </nav>
  );
}

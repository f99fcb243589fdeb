import { IconChartBar, IconSettings, IconUsers } from "@tabler/icons-react";
import { NavLink } from "react-router";
import { text } from "@/lib/texts";
import classes from "./Frame.module.css";

/** The places one can go to. A module appears here when it is there, not before. */
export function Rail() {
  return (
    <nav className={classes.rail} aria-label={text("frame.mainNavigation")}>
      <div className={classes.brand}>{text("common.product")}</div>
      <NavLink className={classes.link} to="/customers">
        <IconUsers aria-hidden="true" />
        {text("frame.customers")}
      </NavLink>
      <NavLink className={classes.link} to="/reports">
        <IconChartBar aria-hidden="true" />
        {text("frame.reports")}
      </NavLink>
      <div className={classes.space} />
      <NavLink className={classes.link} to="/settings">
        <IconSettings aria-hidden="true" />
        {text("frame.settings")}
      </NavLink>
    </nav>
  );
}

import {
  IconBox,
  IconCalendarWeek,
  IconChartBar,
  IconSettings,
  IconUsers,
} from "@tabler/icons-react";
import { NavLink } from "react-router";
import { text } from "@/lib/texts";
import classes from "./Frame.module.css";

/** The places one can go to. A module appears here when it is there, not before. */
export function Rail() {
  return (
    <nav className={classes.rail} aria-label={text("frame.mainNavigation")}>
      <div className={classes.brand}>{text("common.product")}</div>
      <NavLink className={classes.link} to="/customers" title={text("frame.customers")}>
        <IconUsers aria-hidden="true" />
        <span className={classes.place}>{text("frame.customers")}</span>
      </NavLink>
      <NavLink className={classes.link} to="/service" title={text("frame.service")}>
        <IconCalendarWeek aria-hidden="true" />
        <span className={classes.place}>{text("frame.service")}</span>
      </NavLink>
      <NavLink className={classes.link} to="/parts" title={text("frame.parts")}>
        <IconBox aria-hidden="true" />
        <span className={classes.place}>{text("frame.parts")}</span>
      </NavLink>
      <NavLink className={classes.link} to="/reports" title={text("frame.reports")}>
        <IconChartBar aria-hidden="true" />
        <span className={classes.place}>{text("frame.reports")}</span>
      </NavLink>
      <div className={classes.space} />
      <NavLink className={classes.link} to="/settings" title={text("frame.settings")}>
        <IconSettings aria-hidden="true" />
        <span className={classes.place}>{text("frame.settings")}</span>
      </NavLink>
    </nav>
  );
}

import { NavLink } from "react-router";
import type { Crumb } from "@/components/Page";
import { paths } from "@/lib/paths";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Customers.module.css";

/** The screens of Service, as their tabs and the search name them. */
export const SERVICE_SCREENS: readonly { to: string; label: TextKey }[] = [
  { to: paths.diary(), label: "booking.diary" },
  { to: paths.jobCards, label: "booking.serviceRecords" },
  { to: paths.serviceInvoices, label: "booking.invoices" },
];

/** What stands above each of them. */
export const serviceCrumbs = (): Crumb[] => [{ label: text("frame.service"), to: paths.diary() }];

/** The screens of Service, side by side. */
export function ServiceTabs() {
  return (
    <nav className={classes.tabs} aria-label={text("booking.sections")}>
      {SERVICE_SCREENS.map(({ to, label }) => (
        <NavLink key={to} to={to} end className={classes.tab}>
          {text(label)}
        </NavLink>
      ))}
    </nav>
  );
}

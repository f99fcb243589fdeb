import { NavLink } from "react-router";
import { paths } from "@/lib/paths";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Customers.module.css";

const TABS: { to: string; label: TextKey }[] = [
  { to: paths.contacts, label: "contact.allContacts" },
  { to: paths.reconsent, label: "reconsent.title" },
  { to: paths.capture, label: "capture_form.tab" },
  { to: paths.erasures, label: "erasure.listTitle" },
  { to: paths.receipts(), label: "consent_receipt.title" },
  { to: paths.imports, label: "import.tab" },
];

/** The screens of Customers, side by side. */
export function CustomersTabs() {
  return (
    <nav className={classes.tabs} aria-label={text("contact.sections")}>
      {TABS.map(({ to, label }) => (
        <NavLink key={to} to={to} end className={classes.tab}>
          {text(label)}
        </NavLink>
      ))}
    </nav>
  );
}

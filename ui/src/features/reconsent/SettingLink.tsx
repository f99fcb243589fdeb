import type { ReactNode } from "react";
import { Link } from "react-router";
import { paths } from "@/lib/paths";
import { leadingTo } from "@/lib/settings";
import classes from "./Reconsent.module.css";

/** Leads to GDPR Re-consent, where the setting is marked. */
export function SettingLink({ children }: { children: ReactNode }) {
  return (
    <Link
      className={classes.link}
      to={paths.gdprSettings}
      state={leadingTo("gdpr.reconsent_months")}
    >
      {children}
    </Link>
  );
}

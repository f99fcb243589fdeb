import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { type RecordTab, RecordTabs } from "./RecordTabs";

/** As much room as two tabs need side by side, the rail and the left side of the record beside them. */
const ROOM_FOR_BOTH = "(min-width: 1640px)";

interface RecordSideProps {
  tab: RecordTab;
  onTab: (tab: RecordTab) => void;
  overview: ReactNode;
  vehicles: ReactNode;
  gdpr: ReactNode;
}

/** The right side of a record: tabs, or the overview and a tab side by side where the window has room for both. */
export function RecordSide({ tab, onTab, overview, vehicles, gdpr }: RecordSideProps) {
  const both = useMediaQuery(ROOM_FOR_BOTH) ?? false;
  const panels = { overview, vehicles, gdpr };
  // Beside the overview stands the history, until another tab is chosen.
  const beside = both && tab === "overview" ? "gdpr" : tab;
  const tabbed = (
    <section className={classes.right} aria-label={text("contact.tabs")}>
      <RecordTabs without={both ? "overview" : undefined} current={beside} onTab={onTab} />
      <div
        role="tabpanel"
        id={`panel-${beside}`}
        aria-labelledby={`tab-${beside}`}
        className={classes.panel}
      >
        {panels[beside]}
      </div>
    </section>
  );
  if (!both) return tabbed;
  return (
    <div className={classes.both}>
      <section className={classes.right} aria-labelledby="overview">
        <h2 id="overview">{text("contact.overview")}</h2>
        <div className={classes.panel}>{overview}</div>
      </section>
      {tabbed}
    </div>
  );
}

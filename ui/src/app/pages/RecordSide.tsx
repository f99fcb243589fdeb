import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { RECORD_TABS, type RecordTab, RecordTabs } from "./RecordTabs";

/** As much room as the overview and a tab need side by side, the rail and the left side of the record beside them. */
const ROOM_FOR_BOTH = "(min-width: 1640px)";

interface RecordSideProps {
  tab: RecordTab;
  onTab: (tab: RecordTab) => void;
  /** What each tab shows. */
  panels: Record<RecordTab, ReactNode>;
}

/** The right side of a record: tabs; where the window has room for it, the overview stands beside them. */
export function RecordSide({ tab, onTab, panels }: RecordSideProps) {
  const both = useMediaQuery(ROOM_FOR_BOTH) ?? false;
  const tabs = both ? RECORD_TABS.filter((one) => one.tab !== "overview") : RECORD_TABS;
  const current = both && tab === "overview" ? "gdpr" : tab;
  const side = (
    <section className={classes.right} aria-label={text("contact.tabs")}>
      <RecordTabs tabs={tabs} current={current} onTab={onTab} />
      <div
        role="tabpanel"
        id={`panel-${current}`}
        aria-labelledby={`tab-${current}`}
        className={classes.panel}
      >
        {panels[current]}
      </div>
    </section>
  );
  if (!both) return side;
  return (
    <div className={classes.both}>
      <section className={classes.right} aria-labelledby="overview">
        <h2 id="overview">{text("contact.overview")}</h2>
        <div className={classes.panel}>{panels.overview}</div>
      </section>
      {side}
    </div>
  );
}

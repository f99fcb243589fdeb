import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { type RecordTab, RecordTabs } from "./RecordTabs";

/** As much room as both tabs need side by side, the rail and the left side of the record beside them. */
const ROOM_FOR_BOTH = "(min-width: 1640px)";

interface RecordSideProps {
  tab: RecordTab;
  onTab: (tab: RecordTab) => void;
  overview: ReactNode;
  gdpr: ReactNode;
}

/** The right side of a record: tabs, or everything at once where the window has room for it. */
export function RecordSide({ tab, onTab, overview, gdpr }: RecordSideProps) {
  const both = useMediaQuery(ROOM_FOR_BOTH) ?? false;
  if (both) {
    return (
      <div className={classes.both}>
        <section className={classes.right} aria-labelledby="overview">
          <h2 id="overview">{text("contact.overview")}</h2>
          <div className={classes.panel}>{overview}</div>
        </section>
        <section className={classes.right} aria-labelledby="gdpr">
          <h2 id="gdpr">{text("history.tab")}</h2>
          <div className={classes.panel}>{gdpr}</div>
        </section>
      </div>
    );
  }
  return (
    <section className={classes.right} aria-label={text("contact.tabs")}>
      <RecordTabs current={tab} onTab={onTab} />
      <div
        role="tabpanel"
        id={`panel-${tab}`}
        aria-labelledby={`tab-${tab}`}
        className={classes.panel}
      >
        {tab === "overview" ? overview : gdpr}
      </div>
    </section>
  );
}

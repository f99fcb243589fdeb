import type { KeyboardEvent } from "react";
import { WithKey } from "@/components/CommandKeys";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Customers.module.css";

/** The tabs that exist by now; Vehicles, Service, Sales and Communications arrive with their modules. */
export type RecordTab = "overview" | "gdpr";

const TABS: { tab: RecordTab; label: TextKey }[] = [
  { tab: "overview", label: "contact.overview" },
  { tab: "gdpr", label: "history.tab" },
];

interface RecordTabsProps {
  current: RecordTab;
  onTab: (tab: RecordTab) => void;
}

/** The tabs of a record; the arrow keys walk them. */
export function RecordTabs({ current, onTab }: RecordTabsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = TABS.findIndex(({ tab }) => tab === current);
    const next = TABS[(at + by + TABS.length) % TABS.length];
    if (!next) return;
    onTab(next.tab);
    document.getElementById(`tab-${next.tab}`)?.focus();
  };
  return (
    <div
      role="tablist"
      tabIndex={-1}
      aria-label={text("contact.tabs")}
      className={classes.tabs}
      onKeyDown={onKeyDown}
    >
      {TABS.map(({ tab, label }) => (
        <WithKey key={tab} id={`record.${tab}`}>
          <button
            type="button"
            role="tab"
            id={`tab-${tab}`}
            aria-selected={tab === current}
            aria-controls={tab === current ? `panel-${tab}` : undefined}
            tabIndex={tab === current ? 0 : -1}
            className={classes.tab}
            onClick={() => onTab(tab)}
          >
            {text(label)}
          </button>
        </WithKey>
      ))}
    </div>
  );
}

import type { KeyboardEvent } from "react";
import { WithKey } from "@/components/CommandKeys";
import { type TextKey, text } from "@/lib/texts";
import classes from "./Customers.module.css";

/** The tabs that exist by now; Sales and Communications arrive with their modules. */
export const RECORD_TABS = [
  { tab: "overview", label: "contact.overview" },
  { tab: "vehicles", label: "vehicle.tab" },
  { tab: "service", label: "booking.tab" },
  { tab: "gdpr", label: "history.tab" },
] as const satisfies readonly { tab: string; label: TextKey }[];

export type RecordTab = (typeof RECORD_TABS)[number]["tab"];

interface RecordTabsProps {
  /** Those that are shown, in their order. */
  tabs: readonly { tab: RecordTab; label: TextKey }[];
  current: RecordTab;
  onTab: (tab: RecordTab) => void;
}

/** The tabs of a record; the arrow keys walk them. */
export function RecordTabs({ tabs, current, onTab }: RecordTabsProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex(({ tab }) => tab === current);
    const next = tabs[(at + by + tabs.length) % tabs.length];
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
      {tabs.map(({ tab, label }) => (
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

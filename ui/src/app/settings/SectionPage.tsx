import { type ReactNode, useEffect, useRef } from "react";
import { useLocation } from "react-router";
import { Page } from "@/components/Page";
import { wantedPlace } from "@/lib/settings";
import { text } from "@/lib/texts";
import classes from "./Settings.module.css";
import type { Section } from "./sections";

interface SectionPageProps {
  section: Section;
  actions?: ReactNode;
  fill?: boolean;
  children: ReactNode;
}

/** One section: its path as breadcrumb, its content in a column. A setting found by search is scrolled to and marked. */
export function SectionPage({ section, actions, fill = false, children }: SectionPageProps) {
  const body = useRef<HTMLDivElement>(null);
  const { state, key } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is a new search for perhaps the same setting
  useEffect(() => {
    const place = wantedPlace(state, body.current);
    if (!place) return;
    place.scrollIntoView({ block: "center" });
    place.dataset.found = "";
    const timer = window.setTimeout(() => delete place.dataset.found, 2_400);
    return () => window.clearTimeout(timer);
  }, [state, key]);

  const path = text(section.path).split(" > ");
  return (
    <Page
      title={text(section.label)}
      crumbs={[text("setting.title"), ...path.slice(0, -1)].map((label) => ({ label }))}
      actions={actions}
      fill={fill}
    >
      <div ref={body} className={fill ? classes.fill : classes.column}>
        {children}
      </div>
    </Page>
  );
}

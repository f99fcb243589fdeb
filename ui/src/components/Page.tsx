import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import { takesText } from "@/lib/keys";
import { text } from "@/lib/texts";
import classes from "./Page.module.css";

export interface Crumb {
  label: string;
  to?: string;
}

interface PageProps {
  title: string;
  crumbs?: Crumb[];
  /** Small marks beside the title: a reference, a warning. */
  tags?: ReactNode;
  /** Buttons at the right end of the title line. */
  actions?: ReactNode;
  /** Lets the content fill the height and scroll within itself (a list), instead of the whole page scrolling. */
  fill?: boolean;
  children: ReactNode;
}

/** One screen: where it is, what it is called, what can be done, and its content. */
export function Page({ title, crumbs, tags, actions, fill, children }: PageProps) {
  const main = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${text("common.product")}`;
  }, [title]);
  // Whoever comes to a screen by keyboard begins at its heading, unless something in it takes the focus.
  useEffect(() => {
    const { activeElement } = document;
    if (main.current?.contains(activeElement) || isKept(activeElement)) return;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main className={fill ? classes.fill : classes.page} id="main" tabIndex={-1} ref={main}>
      <header className={classes.top}>
        <div className={classes.heading}>
          {crumbs && crumbs.length > 0 && (
            <nav className={classes.crumbs} aria-label="Breadcrumb">
              {crumbs.map((crumb, index) => (
                <span key={crumb.label}>
                  {index > 0 && <span aria-hidden="true"> › </span>}
                  {crumb.to ? <Link to={crumb.to}>{crumb.label}</Link> : crumb.label}
                </span>
              ))}
            </nav>
          )}
          <div className={classes.title}>
            <h1 title={title} ref={heading} tabIndex={-1}>
              <bdi>{title}</bdi>
            </h1>
            {tags}
          </div>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      <div className={classes.body}>{children}</div>
    </main>
  );
}

/** A dialog that asks already keeps the focus, and so does a field that somebody went to, typed in or not yet. */
function isKept(active: Element | null): boolean {
  return active?.closest('[role="dialog"]') != null || takesText(active);
}

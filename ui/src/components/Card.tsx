import { type ReactNode, useId } from "react";
import classes from "./Card.module.css";

interface CardProps {
  title?: string;
  /** A link or button at the right end of the title line. */
  action?: ReactNode;
  /** A line under the title that says what the card is for. */
  hint?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A bordered part of a screen. With a title it is a region that can be found by that name. */
export function Card({ title, action, hint, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      className={className ? `${classes.card} ${className}` : classes.card}
      aria-labelledby={title ? id : undefined}
    >
      {title && (
        <div className={classes.head}>
          <h2 id={id}>{title}</h2>
          {action && <div className={classes.action}>{action}</div>}
        </div>
      )}
      {hint && <p className={classes.hint}>{hint}</p>}
      {children}
    </section>
  );
}

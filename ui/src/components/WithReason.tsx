import { Tooltip } from "@mantine/core";
import { cloneElement, type ReactElement, useId } from "react";
import classes from "./WithReason.module.css";

interface Disableable {
  disabled?: boolean;
  "aria-describedby"?: string;
}

interface WithReasonProps {
  /** Why the control may not be used, from `useMissingRight`; null when it may. */
  reason: string | null;
  /** Lets a field keep the full width of its place. */
  block?: boolean;
  children: ReactElement<Disableable>;
}

/**
 * A control that is shown although it may not be used: disabled, with the reason in a tooltip that
 * answers to the mouse and to the Tab key, and as its description for screen readers.
 */
export function WithReason({ reason, block, children }: WithReasonProps) {
  const id = useId();
  if (!reason) return children;
  return (
    <Tooltip label={reason} withinPortal>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a disabled control takes no focus, and its reason must be reachable by keyboard */}
      <span className={block ? classes.block : classes.inline} tabIndex={0}>
        {cloneElement(children, { disabled: true, "aria-describedby": id })}
        <span id={id} className="visually-hidden">
          {reason}
        </span>
      </span>
    </Tooltip>
  );
}

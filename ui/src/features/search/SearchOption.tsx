import { type ReactNode, useEffect, useRef } from "react";
import classes from "./SearchBox.module.css";

interface SearchOptionProps {
  id: string;
  active: boolean;
  /** Why it cannot be chosen. */
  missing?: string | null;
  className?: string;
  onPoint: () => void;
  onChoose: () => void;
  children: ReactNode;
}

/** One line of the drop-down. The field keeps the focus and answers the keys. */
export function SearchOption({
  id,
  active,
  missing = null,
  className = classes.action,
  onPoint,
  onChoose,
  children,
}: SearchOptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field answers the keys
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      aria-disabled={missing !== null || undefined}
      className={className}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}

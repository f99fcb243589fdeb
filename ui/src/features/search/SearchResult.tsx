import { useEffect, useRef } from "react";
import type { ContactLine } from "@/bindings/commands";
import { ChannelMarks } from "@/components/ChannelMarks";
import classes from "./SearchBox.module.css";

interface SearchResultProps {
  id: string;
  row: ContactLine;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}

/** One contact in the drop-down: enough to know it is the person on the telephone. */
export function SearchResult({ id, row, active, onPoint, onChoose }: SearchResultProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const where = [
    [row.town, row.postcode].filter(Boolean).join(" "),
    row.phone,
    row.email,
    row.registration,
  ].filter((words) => words !== "");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the field answers the keys
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={active}
      className={classes.option}
      onMouseMove={onPoint}
      onClick={onChoose}
    >
      <div className={classes.who}>
        <b>
          <bdi>{row.name || row.company}</bdi>
        </b>
        {row.name && row.company && row.company !== row.name && (
          <bdi className={classes.company}>{row.company}</bdi>
        )}
      </div>
      <div className={classes.reference}>{row.reference}</div>
      <div className={classes.where}>
        {where.map((words) => (
          <span key={words}>
            <bdi>{words}</bdi>
          </span>
        ))}
      </div>
      <div className={classes.marks}>
        <ChannelMarks marks={row.marks} />
      </div>
    </div>
  );
}

import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { text } from "@/lib/texts";
import classes from "./Table.module.css";
import type { Column, Sort } from "./tableColumns";

interface TableHeadProps<Row> {
  columns: Column<Row>[];
  place: CSSProperties;
  /** How many of the rows are ticked; absent without tick boxes. */
  ticks?: "all" | "some" | "none";
  onTickAll: () => void;
  /** Where the box ticks more than is shown, what it says. */
  tickAllLabel?: string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

/** The head of a list: its columns' names, what it is sorted by, and the box that ticks all rows. */
export function TableHead<Row>({
  columns,
  place,
  ticks,
  onTickAll,
  tickAllLabel,
  sort,
  onSort,
}: TableHeadProps<Row>) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active row
    <div className={classes.head} role="row" aria-rowindex={1} style={place}>
      {ticks && (
        // biome-ignore lint/a11y/useFocusableInteractive: the box inside takes the focus
        <div role="columnheader" className={classes.tick}>
          <input
            type="checkbox"
            aria-label={tickAllLabel ?? text("common.tickAll")}
            title={tickAllLabel}
            checked={ticks === "all"}
            ref={(box) => {
              if (box) box.indeterminate = ticks === "some";
            }}
            onChange={onTickAll}
          />
        </div>
      )}
      {columns.map((column) => (
        <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
      ))}
    </div>
  );
}

interface HeadCellProps<Row> {
  column: Column<Row>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}

function HeadCell<Row>({ column, sort, onSort }: HeadCellProps<Row>) {
  const { sort: by } = column;
  const down = by !== undefined && sort?.by === by ? sort.descending : null;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: where it can be sorted, the button inside takes the focus
    <div
      role="columnheader"
      className={column.align === "right" ? classes.headRight : classes.headCell}
      aria-sort={down === null ? undefined : down ? "descending" : "ascending"}
    >
      {by && onSort ? (
        <button type="button" onClick={() => onSort({ by, descending: down === false })}>
          {column.header}
          {down !== null && (down ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />)}
        </button>
      ) : (
        <span className={column.quiet ? "visually-hidden" : undefined}>{column.header}</span>
      )}
    </div>
  );
}

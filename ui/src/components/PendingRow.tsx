import type { CSSProperties } from "react";
import classes from "./Table.module.css";
import type { Column } from "./tableColumns";

interface PendingRowProps<Row> {
  id: string;
  index: number;
  columns: Column<Row>[];
  hasTick: boolean;
  place: CSSProperties;
  isActive: boolean;
}

/** The place of a row that is on its way: as high as every other, and quiet. */
export function PendingRow<Row>({
  id,
  index,
  columns,
  hasTick,
  place,
  isActive,
}: PendingRowProps<Row>) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-busy="true"
      data-active={isActive || undefined}
      className={classes.row}
      style={place}
    >
      {hasTick && (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div role="gridcell" />
      )}
      {columns.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div key={column.key} role="gridcell" className={classes.cell}>
          <span className={classes.pending} aria-hidden="true" />
        </div>
      ))}
    </div>
  );
}

import type { CSSProperties, MouseEvent } from "react";
import { text } from "@/lib/texts";
import classes from "./Table.module.css";
import type { Column } from "./tableColumns";

interface TableRowProps<Row> {
  id: string;
  index: number;
  row: Row;
  columns: Column<Row>[];
  place: CSSProperties;
  /** Whether the keyboard is here. */
  isActive: boolean;
  /** Absent without tick boxes. */
  isTicked?: boolean;
  /** What the tick box belongs to. */
  name: string;
  onTick: () => void;
  onClick: () => void;
  onOpen?: () => void;
}

/** Shows the whole of a cell that is cut, while the mouse is over it. */
function nameWhatIsCut({ currentTarget: cell }: MouseEvent<HTMLElement>) {
  const parts = [cell, ...cell.querySelectorAll<HTMLElement>("*")];
  const isCut = parts.some((part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0);
  if (isCut) cell.title = cell.textContent ?? "";
  else cell.removeAttribute("title");
}

/** One row in sight. */
export function TableRow<Row>({
  id,
  index,
  row,
  columns,
  place,
  isActive,
  isTicked,
  name,
  onTick,
  onClick,
  onOpen,
}: TableRowProps<Row>) {
  const open = (event: MouseEvent) => {
    onClick();
    // A click that ends a selection of text, or that went to a control in the row, opens nothing.
    const onControl = (event.target as HTMLElement).closest("button, a, input, label");
    if (!onControl && window.getSelection()?.isCollapsed !== false) onOpen?.();
  };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid holds the focus and answers the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isTicked}
      data-active={isActive || undefined}
      className={onOpen ? classes.rowOpen : classes.row}
      style={place}
      onClick={open}
    >
      {isTicked !== undefined && (
        // biome-ignore lint/a11y/useFocusableInteractive: the box inside takes the focus
        <div role="gridcell" className={classes.tick}>
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={text("common.tickRow", { name })}
            checked={isTicked}
            onChange={onTick}
          />
        </div>
      )}
      {columns.map((column) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
        <div
          key={column.key}
          role="gridcell"
          className={column.align === "right" ? classes.cellRight : classes.cell}
          onMouseEnter={nameWhatIsCut}
        >
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

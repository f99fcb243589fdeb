import { type MouseEvent, memo } from "react";
import { text } from "@/lib/texts";
import classes from "./Table.module.css";
import { type Column, type Place, placed } from "./tableColumns";

interface TableRowProps<Row> {
  id: string;
  index: number;
  row: Row;
  columns: Column<Row>[];
  place: Place;
  /** How far down it stands. */
  top: number;
  /** Whether the keyboard is here. */
  isActive: boolean;
  /** Absent without tick boxes. */
  isTicked?: boolean;
  /** What the tick box belongs to. */
  name: string;
  rowKey: string;
  onTick: (key: string) => void;
  onClick: (index: number) => void;
  onOpen?: (row: Row, index: number) => void;
}

/** Shows the whole of a cell that is cut, while the mouse is over it. */
function nameWhatIsCut({ currentTarget: cell }: MouseEvent<HTMLElement>) {
  const parts = [cell, ...cell.querySelectorAll<HTMLElement>("*")];
  const isCut = parts.some((part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0);
  if (isCut) cell.title = cell.textContent ?? "";
  else cell.removeAttribute("title");
}

function Line<Row>({
  id,
  index,
  row,
  columns,
  place,
  top,
  isActive,
  isTicked,
  name,
  rowKey,
  onTick,
  onClick,
  onOpen,
}: TableRowProps<Row>) {
  const open = (event: MouseEvent) => {
    onClick(index);
    // A click that ends a selection of text, or that went to a control in the row, opens nothing.
    const onControl = (event.target as HTMLElement).closest("button, a, input, label");
    if (!onControl && window.getSelection()?.isCollapsed !== false) onOpen?.(row, index);
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
      style={placed(place, top)}
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
            onChange={() => onTick(rowKey)}
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

/** One row in sight. Drawn anew only where something of it changed: a list has dozens of them. */
export const TableRow = memo(Line) as typeof Line;

import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { text } from "@/lib/texts";
import classes from "./Table.module.css";

export interface Column<Row> {
  key: string;
  header: string;
  /** A width for CSS grid: "120px", "minmax(160px, 2fr)". */
  width: string;
  align?: "left" | "right";
  /** The words after which the list can be sorted; absent when it cannot. */
  sort?: string;
  /** Hides the header's words from sight, not from screen readers. */
  quiet?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface Sort {
  by: string;
  descending: boolean;
}

interface TableProps<Row> {
  /** What this is a list of; screen readers and tests find it by this. */
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How many there are altogether, when `rows` holds only the first of them. */
  total?: number;
  /** Enter, click: opens a row. */
  onOpen?: (row: Row) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Called when the last rows come into sight, to fetch more. */
  onNearEnd?: () => void;
  /** Keys of the ticked rows; giving it adds the column of tick boxes. */
  ticked?: ReadonlySet<string>;
  onTick?: (ticked: Set<string>) => void;
  /** What a tick box belongs to: the name in the row. */
  rowName?: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  rowHeight?: number;
  /** The key of the row to begin at, when the list opens: the one somebody came back from. */
  startAt?: string;
  /** Makes the arrow keys work at once when the screen opens. */
  autoFocus?: boolean;
}

const HEAD = 34;

/** The least a column of this width takes: "120px" and "minmax(120px, 2fr)" are 120. */
function leastWidth(width: string): number {
  return Number.parseFloat(/(\d+(?:\.\d+)?)px/.exec(width)?.[1] ?? "0");
}

/** A list of any length: only what is in sight is drawn. Arrow keys walk, Enter opens, Space ticks. */
export function Table<Row>({
  label,
  columns,
  rows,
  keyOf,
  total,
  onOpen,
  sort,
  onSort,
  onNearEnd,
  ticked,
  onTick,
  rowName,
  empty,
  rowHeight = 36,
  startAt,
  autoFocus = false,
}: TableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() =>
    startAt === undefined
      ? 0
      : Math.max(
          0,
          rows.findIndex((row) => keyOf(row) === startAt),
        ),
  );
  const base = useId();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: HEAD,
    // Draws the first screenful without waiting for the element to be measured.
    initialRect: { width: 1000, height: 640 },
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 20) onNearEnd?.();
  }, [lastShown, rows.length, onNearEnd]);

  useEffect(() => {
    if (active >= rows.length && rows.length > 0) setActive(rows.length - 1);
  }, [active, rows.length]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the list opens; later the reader decides
  useEffect(() => {
    if (active > 0) virtualizer.scrollToIndex(active, { align: "center" });
  }, []);

  useEffect(() => {
    if (autoFocus) scroller.current?.focus({ preventScroll: true });
  }, [autoFocus]);

  const template = useMemo(
    () => [...(ticked ? ["36px"] : []), ...columns.map((column) => column.width)].join(" "),
    [columns, ticked],
  );

  const minWidth = useMemo(
    () => columns.reduce((sum, column) => sum + leastWidth(column.width), ticked ? 48 : 12),
    [columns, ticked],
  );

  const walk = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
  };

  const tick = (key: string) => {
    if (!ticked || !onTick) return;
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onTick(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / rowHeight) - 1,
    );
    const row = rows[active];
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) walk(to);
    else if (event.key === "Enter" && row !== undefined && onOpen) onOpen(row);
    else if (event.key === " " && row !== undefined && ticked) tick(keyOf(row));
    else return;
    event.preventDefault();
  };

  const onHeader = (column: Column<Row>) => {
    if (!column.sort || !onSort) return;
    onSort({ by: column.sort, descending: sort?.by === column.sort ? !sort.descending : false });
  };

  const allTicked = ticked && rows.length > 0 && rows.every((row) => ticked.has(keyOf(row)));

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={(total ?? rows.length) + 1}
      aria-multiselectable={ticked ? true : undefined}
      aria-activedescendant={rows.length > 0 ? `${base}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active row */}
      <div
        className={classes.head}
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template, minWidth }}
      >
        {ticked && (
          // biome-ignore lint/a11y/useFocusableInteractive: the box inside takes the focus
          <div role="columnheader" className={classes.tick}>
            <input
              type="checkbox"
              aria-label={text("common.tickAll")}
              checked={allTicked ?? false}
              ref={(box) => {
                if (box) box.indeterminate = !allTicked && ticked.size > 0;
              }}
              onChange={() => onTick?.(allTicked ? new Set() : new Set(rows.map(keyOf)))}
            />
          </div>
        )}
        {columns.map((column) => {
          const sorted = sort !== undefined && sort.by === column.sort;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: where it can be sorted, the button inside takes the focus
            <div
              key={column.key}
              role="columnheader"
              className={column.align === "right" ? classes.headRight : classes.headCell}
              aria-sort={sorted ? (sort.descending ? "descending" : "ascending") : undefined}
            >
              {column.sort && onSort ? (
                <button type="button" onClick={() => onHeader(column)}>
                  {column.header}
                  {sorted &&
                    (sort.descending ? <IconChevronDown size={14} /> : <IconChevronUp size={14} />)}
                </button>
              ) : (
                <span className={column.quiet ? "visually-hidden" : undefined}>
                  {column.header}
                </span>
              )}
            </div>
          );
        })}
      </div>
      {rows.length === 0 ? (
        empty
      ) : (
        <div
          className={classes.rows}
          role="rowgroup"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = keyOf(row);
            const open = (event: MouseEvent) => {
              setActive(item.index);
              // A click that ends a selection of text, or that went to a control in the row, opens nothing.
              const onControl = (event.target as HTMLElement).closest("button, a, input, label");
              if (!onControl && window.getSelection()?.isCollapsed !== false) onOpen?.(row);
            };
            return (
              // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the grid holds the focus and answers the keys
              <div
                key={key}
                id={`${base}-${item.index}`}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={ticked ? ticked.has(key) : undefined}
                data-active={item.index === active || undefined}
                className={onOpen ? classes.rowOpen : classes.row}
                style={{
                  gridTemplateColumns: template,
                  minWidth,
                  height: item.size,
                  transform: `translateY(${item.start}px)`,
                }}
                onClick={open}
              >
                {ticked && (
                  // biome-ignore lint/a11y/useFocusableInteractive: the box inside takes the focus
                  <div role="gridcell" className={classes.tick}>
                    <input
                      type="checkbox"
                      tabIndex={-1}
                      aria-label={text("common.tickRow", { name: rowName?.(row) ?? key })}
                      checked={ticked.has(key)}
                      onChange={() => tick(key)}
                    />
                  </div>
                )}
                {columns.map((column) => (
                  // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus
                  <div
                    key={column.key}
                    role="gridcell"
                    className={column.align === "right" ? classes.cellRight : classes.cell}
                  >
                    {column.cell(row)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}

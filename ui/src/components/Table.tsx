import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { takesText } from "@/lib/keys";
import { EmptyRow } from "./EmptyRow";
import classes from "./Table.module.css";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import type { Column, Sort } from "./tableColumns";

export type { Column, Sort } from "./tableColumns";

interface TableProps<Row> {
  /** What this is a list of; screen readers and tests find it by this. */
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, index: number) => string;
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
          rows.findIndex((row, index) => keyOf(row, index) === startAt),
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
    // A dialog that already asks something keeps the focus, and so does a field somebody types in.
    const taken = document.querySelector('[role="dialog"]') ?? takesText(document.activeElement);
    if (autoFocus && !taken) {
      scroller.current?.focus({ preventScroll: true });
    }
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
    else if (event.key === " " && row !== undefined && ticked) tick(keyOf(row, active));
    else return;
    event.preventDefault();
  };

  const allTicked =
    ticked !== undefined &&
    rows.length > 0 &&
    rows.every((row, index) => ticked.has(keyOf(row, index)));

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
      <TableHead
        columns={columns}
        place={{ gridTemplateColumns: template, minWidth }}
        ticks={ticked && (allTicked ? "all" : ticked.size > 0 ? "some" : "none")}
        onTickAll={() => onTick?.(allTicked ? new Set() : new Set(rows.map(keyOf)))}
        sort={sort}
        onSort={onSort}
      />
      {rows.length === 0 ? (
        <EmptyRow>{empty}</EmptyRow>
      ) : (
        <div
          className={classes.rows}
          role="rowgroup"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const key = keyOf(row, item.index);
            return (
              <TableRow
                key={key}
                id={`${base}-${item.index}`}
                index={item.index}
                row={row}
                columns={columns}
                place={{
                  gridTemplateColumns: template,
                  minWidth,
                  height: item.size,
                  transform: `translateY(${item.start}px)`,
                }}
                isActive={item.index === active}
                isTicked={ticked?.has(key)}
                name={rowName?.(row) ?? key}
                onTick={() => tick(key)}
                onClick={() => setActive(item.index)}
                onOpen={onOpen && (() => onOpen(row))}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

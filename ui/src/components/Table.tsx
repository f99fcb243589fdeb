import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { count as grouped } from "@/lib/format";
import { takesText } from "@/lib/keys";
import { text } from "@/lib/texts";
import { EmptyRow } from "./EmptyRow";
import { LetterStrip } from "./LetterStrip";
import { PendingRow } from "./PendingRow";
import classes from "./Table.module.css";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { type Column, placed, type Sort, widthOf } from "./tableColumns";
import { useTypedLetters } from "./useTypedLetters";

export type { Column, Sort } from "./tableColumns";

interface TableProps<Row> {
  /** What this is a list of; screen readers and tests find it by this. */
  label: string;
  columns: Column<Row>[];
  /** One place a row; undefined where it is not here yet. */
  rows: readonly (Row | undefined)[];
  keyOf: (row: Row, index: number) => string;
  /** How many there are altogether, when `rows` holds only the first of them. */
  total?: number;
  /** Enter, click: opens a row. */
  onOpen?: (row: Row, index: number) => void;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Called when the last rows come into sight, to fetch more. */
  onNearEnd?: () => void;
  /** Called with the rows in sight, to fetch those that are not here. */
  onLook?: (first: number, last: number) => void;
  /** Letters typed over the list, or one of the strip beside it: at which row they begin. */
  onLetters?: (letters: string) => Promise<number | null>;
  /** What the list is of: where this changes, it begins at its beginning again. */
  of?: string;
  /** Keys of the ticked rows; giving it adds the column of tick boxes. */
  ticked?: ReadonlySet<string>;
  onTick?: (ticked: Set<string>) => void;
  /** Ticks all rows there are, where not all of them are here. */
  onTickAll?: () => void;
  /** What a tick box belongs to: the name in the row. */
  rowName?: (row: Row) => string;
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  rowHeight?: number;
  /** The key of the row to begin at, when the list opens: the one somebody came back from. */
  startAt?: string;
  /** Its number, where it may not be here yet. */
  startRow?: number;
  /** Makes the arrow keys work at once when the screen opens. */
  autoFocus?: boolean;
}

const HEAD = 34;

/** About what stands above and below a list, until one was measured. */
const AROUND = 221;
/** How high the list was that stood last: the next one is drawn for that. */
let lastHeight = window.innerHeight - AROUND;

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
  onLook,
  onLetters,
  of,
  ticked,
  onTick,
  onTickAll,
  rowName,
  empty,
  rowHeight = 36,
  startAt,
  startRow,
  autoFocus = false,
}: TableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(() => {
    if (startAt === undefined) return 0;
    const found = rows.findIndex(
      (row, index) => row !== undefined && keyOf(row, index) === startAt,
    );
    return Math.max(0, found < 0 ? (startRow ?? 0) : found);
  });
  const base = useId();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollPaddingStart: HEAD,
    // Draws the first screenful without waiting for the element to be measured.
    initialRect: { width: 1000, height: lastHeight },
  });
  const items = virtualizer.getVirtualItems();
  const firstShown = items[0]?.index ?? 0;
  const lastShown = items.at(-1)?.index ?? 0;

  useEffect(() => {
    lastHeight = scroller.current?.offsetHeight || lastHeight;
  }, []);

  useEffect(() => {
    onLook?.(firstShown, lastShown);
  }, [firstShown, lastShown, onLook]);

  const wasOf = useRef(of);
  useEffect(() => {
    if (wasOf.current === of) return;
    wasOf.current = of;
    setActive(0);
    scroller.current?.scrollTo?.({ top: 0 });
  }, [of]);

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

  const hasTicks = ticked !== undefined;
  // Measured by the first rows that come, so that no column moves while somebody reads.
  const isThere = rows.some((row) => row !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: further rows change no width
  const place = useMemo(() => {
    const widths = columns.map((column) => widthOf(column, rows));
    return {
      gridTemplateColumns: [...(hasTicks ? ["36px"] : []), ...widths].join(" "),
      minWidth: widths.reduce((sum, width) => sum + leastWidth(width), hasTicks ? 48 : 12),
      height: rowHeight,
    };
  }, [columns, hasTicks, isThere, rowHeight]);

  const walk = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: "auto" });
  };

  const goTo = async (letters: string) => {
    const row = await onLetters?.(letters);
    if (typeof row !== "number") return;
    setActive(row);
    virtualizer.scrollToIndex(row, { align: "start" });
  };
  const typeLetter = useTypedLetters((letters) => void goTo(letters));

  const tick = (key: string) => {
    if (!ticked || !onTick) return;
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    onTick(next);
  };

  // The same at every turn, so that a row is only drawn anew for something of its own.
  const acts = useRef({ tick, onOpen });
  acts.current = { tick, onOpen };
  const tickRow = useCallback((key: string) => acts.current.tick(key), []);
  const openRow = useCallback((row: Row, at: number) => acts.current.onOpen?.(row, at), []);

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
    else if (event.key === "Enter" && row !== undefined && onOpen) onOpen(row, active);
    else if (event.key === " " && row !== undefined && ticked) tick(keyOf(row, active));
    else if (!onLetters || event.nativeEvent.isComposing || !typeLetter(event.key)) return;
    event.preventDefault();
  };

  const allTicked =
    ticked !== undefined &&
    rows.length > 0 &&
    (onTickAll
      ? ticked.size >= rows.length
      : rows.every((row, index) => row !== undefined && ticked.has(keyOf(row, index))));

  const tickAll = () => {
    if (allTicked) onTick?.(new Set());
    else if (onTickAll) onTickAll();
    else onTick?.(new Set(rows.flatMap((row, at) => (row === undefined ? [] : [keyOf(row, at)]))));
  };

  const grid = (
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
        place={{ gridTemplateColumns: place.gridTemplateColumns, minWidth: place.minWidth }}
        ticks={ticked && (allTicked ? "all" : ticked.size > 0 ? "some" : "none")}
        onTickAll={tickAll}
        tickAllLabel={onTickAll && text("common.tickAllOf", { count: grouped(rows.length) })}
        sort={sort}
        onSort={onSort}
      />
      {rows.length === 0 ? (
        empty && <EmptyRow>{empty}</EmptyRow>
      ) : (
        <div
          className={classes.rows}
          role="rowgroup"
          style={{ height: virtualizer.getTotalSize() }}
        >
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) {
              return (
                <PendingRow
                  key={item.index}
                  id={`${base}-${item.index}`}
                  index={item.index}
                  columns={columns}
                  hasTick={hasTicks}
                  place={placed(place, item.start)}
                  isActive={item.index === active}
                />
              );
            }
            const key = keyOf(row, item.index);
            return (
              <TableRow
                key={key}
                id={`${base}-${item.index}`}
                index={item.index}
                row={row}
                columns={columns}
                place={place}
                top={item.start}
                isActive={item.index === active}
                isTicked={ticked?.has(key)}
                name={rowName?.(row) ?? key}
                rowKey={key}
                onTick={tickRow}
                onClick={setActive}
                onOpen={onOpen && openRow}
              />
            );
          })}
        </div>
      )}
    </div>
  );
  if (!onLetters) return grid;
  return (
    <div className={classes.withLetters}>
      {grid}
      <LetterStrip onLetter={(letter) => void goTo(letter)} />
    </div>
  );
}

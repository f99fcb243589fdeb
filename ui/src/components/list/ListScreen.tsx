import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Listing } from "@/lib/pages";
import { ErrorState } from "../ErrorState";
import { LoadingState } from "../LoadingState";
import { type Sort, Table } from "../Table";
import classes from "./List.module.css";
import { ListLine } from "./ListLine";
import type { ListOf } from "./list";

/** From this width on, columns marked `wide` are drawn. */
const WIDE = "(min-width: 1500px)";

interface ListScreenProps<Row> {
  list: ListOf<Row>;
  listing: Listing<Row>;
  /** Filters and words above; they stand whatever the list answers, but to nobody who may not see it. */
  above?: ReactNode;
  /** Words beside the number of rows. */
  note?: ReactNode;
  /** What stands at the right end of that line. */
  aside?: ReactNode;
  /** Stands under the head of the list while there are no rows. */
  empty?: ReactNode;
  /** Stands instead of the whole list while there are no rows. */
  instead?: ReactNode;
  /** What can be done with the ticked rows. */
  tickedActions?: (keys: string[]) => ReactNode;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  onOpen?: (row: Row, index: number) => void;
  /** The key of the row to begin at: the one somebody came back from. */
  startAt?: string;
  /** Its number, where it may not be here yet. */
  startRow?: number;
  /** What the list is of: where this changes, it begins at its beginning again. */
  of?: string;
  /** Letters typed over the list: at which row they begin. */
  onLetters?: (letters: string) => Promise<number | null>;
  /** The ticks, where the page acts on them too, or keeps them over another order and choice. */
  marks?: readonly [ReadonlySet<string>, (marked: ReadonlySet<string>) => void];
  /** Ticks everything that the list holds, where not all of it is here. */
  onTickAll?: () => void;
  autoFocus?: boolean;
}

/** Those of the ticked keys whose rows are here. */
function held<Row>(
  rows: readonly (Row | undefined)[],
  keyOf: (row: Row, index: number) => string,
  marked: ReadonlySet<string>,
): Set<string> {
  const keys = rows.flatMap((row, at) => (row === undefined ? [] : [keyOf(row, at)]));
  return new Set(keys.filter((key) => marked.has(key)));
}

/** A declared list on screen: loading, refused, empty or there, its number, its ticks, its rows. */
export function ListScreen<Row>({
  list,
  listing,
  above,
  note,
  aside,
  empty,
  instead,
  tickedActions,
  marks,
  ...table
}: ListScreenProps<Row>) {
  const { rows, total, refusal, isPending, hasMore } = listing;
  const own = useState<ReadonlySet<string>>(new Set());
  const [marked, setMarked] = marks ?? own;
  const keeps = table.sort !== undefined || isPending || rows.includes(undefined);
  const wide = useMediaQuery(WIDE) ?? false;
  const columns = useMemo(
    () => list.columns.filter((column) => wide || !column.wide),
    [list.columns, wide],
  );
  // Whoever left the list has left the selection. Where it can be sorted, or not all of it is here, a
  // ticked row may only not be loaded yet, and counts.
  const ticked = useMemo(
    () => (keeps ? marked : held(rows, list.keyOf, marked)),
    [keeps, marked, rows, list.keyOf],
  );
  useEffect(() => {
    if (ticked.size < marked.size) setMarked(ticked);
  }, [ticked, marked, setMarked]);
  const refused = refusal !== null && rows.length === 0;
  if (!refused && !isPending && rows.length === 0 && instead) return instead;
  const hasLine = note !== undefined || (!isPending && (list.counted || list.ticked));

  return (
    <div className={classes.list}>
      {above && refusal?.code !== "denied" && <div className={classes.above}>{above}</div>}
      {hasLine && !refused && (
        <ListLine
          counted={rows.length > 0 ? list.counted : undefined}
          total={total}
          latest={hasMore ? rows.length : undefined}
          ticked={list.ticked}
          tickedCount={ticked.size}
          actions={tickedActions?.([...ticked])}
          onClear={() => setMarked(new Set())}
          note={note}
          aside={aside}
        />
      )}
      {refused ? (
        <ErrorState refusal={refusal} onRetry={listing.again} />
      ) : isPending ? (
        <LoadingState />
      ) : (
        <Table<Row>
          {...table}
          label={list.label}
          columns={columns}
          rows={rows}
          keyOf={list.keyOf}
          rowName={list.rowName}
          rowHeight={list.rowHeight}
          total={total}
          onNearEnd={listing.more}
          onLook={listing.look}
          ticked={list.ticked && ticked}
          onTick={setMarked}
          empty={empty}
        />
      )}
    </div>
  );
}

import { useQueries } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { call, type Input, type Refusal, type Reply } from "./api";
import type { FilterOf, Listing, Paged, RowOf } from "./pages";
import { queryClient } from "./query";

/** Rows beside those in sight that are fetched with them: a turn of the wheel finds them there. */
const BESIDE = 40;
/** How long a hand that drags the scrollbar has to rest before rows far away are fetched. */
const REST_MS = 60;

interface Stretch {
  from: number;
  to: number;
}

interface Page<Row> {
  rows: Row[];
  total: number | null;
}

function pagesOf({ from, to }: Stretch, size: number): Stretch {
  return {
    from: Math.max(0, Math.floor((from - BESIDE) / size)),
    to: Math.max(0, Math.floor((to + BESIDE) / size)),
  };
}

/** How a page of a list is asked for, and kept. */
function pageAt<Name extends Paged>(
  name: Name,
  filter: FilterOf<Name>,
  size: number,
  page: number,
) {
  return {
    queryKey: [name, filter, "at", page * size],
    queryFn: () =>
      call(name, {
        ...filter,
        after: null,
        at: page * size,
        limit: size,
      } as unknown as Input<Name>),
  };
}

/** Asks for the rows that a list begins with, before there is a screen that shows them; ends when they are there. */
export function askAhead<Name extends Paged>(
  name: Name,
  filter: FilterOf<Name>,
  size: number,
  { startRow = 0 }: Entered = {},
): Promise<void> {
  const { from } = pagesOf({ from: startRow, to: startRow }, size);
  return queryClient.prefetchQuery(pageAt(name, filter, size, from));
}

interface Known<Row> {
  /** One place for each row there is; what was not fetched yet is undefined. */
  rows: readonly (Row | undefined)[];
  total: number | undefined;
}

interface Entered {
  /** Where it begins: the row somebody came back to. */
  startRow?: number;
  /** How long it is, for a list that does not say so with its pages; undefined while nobody knows. */
  counted?: number;
}

/**
 * A list that can be entered anywhere: all its rows have their places from the start, and those in sight
 * are fetched, wherever somebody scrolls to. While another order or another choice is on its way, what
 * was shown stays.
 */
export function useAnywhere<Name extends Paged>(
  name: Name,
  filter: FilterOf<Name>,
  size: number,
  { startRow = 0, counted }: Entered = {},
): Listing<RowOf<Name>> & { first: Reply<Name> | undefined } {
  const key = JSON.stringify(filter);
  const [seen, setSeen] = useState<Stretch & { key: string }>({
    key,
    from: startRow,
    to: startRow,
  });
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // Another order begins at its beginning.
  const { from, to } = pagesOf(seen.key === key ? seen : { from: 0, to: 0 }, size);
  const pages = useMemo(
    () => Array.from({ length: to - from + 1 }, (_, at) => from + at),
    [from, to],
  );
  const answers = useQueries({
    queries: pages.map((page) => pageAt(name, filter, size, page)),
  });
  const stamp = answers.map((one) => one.dataUpdatedAt).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the answers are new at every turn, their stamp is not
  const here = useMemo<Known<RowOf<Name>> | null>(() => {
    const given = answers.map((one) => one.data as Page<RowOf<Name>> | undefined);
    if (given.every((page) => page === undefined)) return null;
    const ends = given.map((page, at) =>
      page && page.rows.length > 0 ? (pages[at] ?? 0) * size + page.rows.length : 0,
    );
    // Nobody waits for a number that comes later: until then it is as long as what is here.
    const told = given.find((page) => page !== undefined)?.total;
    const total = told ?? Math.max(counted ?? 0, ...ends);
    const rows = new Array<RowOf<Name> | undefined>(total);
    given.forEach((page, at) => {
      page?.rows.forEach((row, within) => {
        const number = (pages[at] ?? 0) * size + within;
        if (number < total) rows[number] = row;
      });
    });
    return { rows, total };
  }, [stamp, pages, size, key, counted]);

  const kept = useRef<Known<RowOf<Name>> & { key: string }>({ rows: [], total: undefined, key });
  if (here) kept.current = { ...here, key };
  // A page far away that is not here yet: the length is known, its rows are not.
  const shown: Known<RowOf<Name>> =
    here ??
    (kept.current.key === key && kept.current.total !== undefined
      ? { rows: new Array(kept.current.total), total: kept.current.total }
      : kept.current);
  const refusal = (answers.find((one) => one.error)?.error ?? null) as Refusal | null;
  return {
    rows: shown.rows,
    total: shown.total,
    refusal,
    first: answers.find((one) => one.data !== undefined)?.data as Reply<Name> | undefined,
    isPending: shown.total === undefined && !refusal,
    hasMore: false,
    isLoadingMore: false,
    more: () => undefined,
    again: () => {
      const failed = answers.filter((one) => one.error);
      for (const one of failed.length > 0 ? failed : answers) void one.refetch();
    },
    look: (first, last) => {
      window.clearTimeout(timer.current);
      const next = pagesOf({ from: first, to: last }, size);
      if (next.from >= from && next.to <= to && seen.key === key) return;
      const go = () => setSeen({ key, from: first, to: last });
      // The next page comes at once; on the way to somewhere else nothing is fetched that only flies by.
      if (next.from <= to + 1 && next.to >= from - 1) go();
      else timer.current = window.setTimeout(go, REST_MS);
    },
  };
}

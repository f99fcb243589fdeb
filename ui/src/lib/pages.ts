import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type CommandName, call, type Input, type Refusal, type Reply, useCall } from "./api";

/** Commands that answer page by page. */
export type Paged = {
  [Name in CommandName]: Reply<Name> extends { next: string | null } ? Name : never;
}[CommandName];

/** One row of a list. */
export type RowOf<Name extends Paged> = Reply<Name> extends { rows: (infer Row)[] } ? Row : never;

/** What a list is asked for beside the cursor and the length of a page. */
export type FilterOf<Name extends Paged> = Omit<Input<Name>, "after" | "at" | "limit">;

interface Page<Row> {
  rows: Row[];
  next: string | null;
  total: number | null;
}

/** The one shape of a page, which the compiler cannot see through a command's name. */
function pageOf<Name extends Paged>(reply: Reply<Name>): Page<RowOf<Name>> {
  return reply as unknown as Page<RowOf<Name>>;
}

/** A list as far as somebody has looked. */
export interface Listing<Row> {
  /** Everything asked for so far; in a list that can be entered anywhere, undefined where a row is not here. */
  rows: readonly (Row | undefined)[];
  /** How many there are altogether, where that is known. */
  total: number | undefined;
  refusal: Refusal | null;
  isPending: boolean;
  hasMore: boolean;
  isLoadingMore: boolean;
  /** Asks for the next page, once, however often it is called meanwhile. */
  more: () => void;
  /** Asks again for what was refused. */
  again: () => void;
  /** In a list that can be entered anywhere: these rows are in sight. */
  look?: (first: number, last: number) => void;
}

/** One of which every row asked for is here. */
type Held<Row> = Omit<Listing<Row>, "rows"> & { rows: readonly Row[] };

/** A long list, page by page by cursor, never by offset; `first` is the first page as it came. */
export function usePages<Name extends Paged>(
  name: Name,
  input: Omit<Input<Name>, "after">,
): Held<RowOf<Name>> & { first: Reply<Name> | undefined } {
  const query = useInfiniteQuery<
    Reply<Name>,
    Refusal,
    { pages: Reply<Name>[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [name, input, "pages"],
    queryFn: ({ pageParam }) =>
      call(name, { ...input, after: pageParam } as unknown as Input<Name>),
    initialPageParam: null,
    getNextPageParam: (page) => pageOf<Name>(page).next,
  });
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => pageOf<Name>(page).rows) ?? [], [data]);
  const first = data?.pages[0];
  return {
    rows,
    first,
    total: (first && pageOf<Name>(first).total) ?? (hasNextPage ? undefined : rows.length),
    refusal: query.error,
    isPending: query.isPending,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    more: () => {
      // A page that was refused is asked for again only on purpose, by `again`.
      if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
    },
    again: () => {
      if (isFetchNextPageError) void fetchNextPage();
      else void query.refetch();
    },
  };
}

/** Commands that answer a short list whole. */
type Whole = {
  [Name in CommandName]: Reply<Name> extends unknown[] ? Name : never;
}[CommandName];

/** A list that comes whole, in the shape of the others. */
export function useWhole<Name extends Whole>(
  name: Name,
  input: Input<Name>,
): Held<Reply<Name>[number]> {
  const query = useCall(name, input);
  const rows = query.data ?? [];
  return {
    rows,
    total: rows.length,
    refusal: query.error,
    isPending: query.isPending,
    hasMore: false,
    isLoadingMore: false,
    more: () => undefined,
    again: () => void query.refetch(),
  };
}

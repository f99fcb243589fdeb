import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type CommandName, call, type Input, type Refusal, type Reply } from "./api";

/** Commands that answer page by page, and the field of their input that takes the cursor. */
type Paged = {
  [Name in CommandName]: Reply<Name> extends { next: string | null } ? Name : never;
}[CommandName];

type Cursor<Name extends Paged> = Extract<keyof Input<Name>, "after" | "before">;
type Rows<Name extends Paged> =
  Reply<Name> extends { rows: (infer Row)[] }
    ? Row
    : Reply<Name> extends { entries: (infer Row)[] }
      ? Row
      : never;

/** The rows of a page, whichever of the two names its command gives them. */
function rowsOf<Name extends Paged>(page: Reply<Name>): Rows<Name>[] {
  const some = page as unknown as { rows?: Rows<Name>[]; entries?: Rows<Name>[] };
  return some.rows ?? some.entries ?? [];
}

/**
 * A long list, page by page by cursor, never by offset. `rows` is everything asked for so far;
 * `more` asks for the next page, once, however often it is called meanwhile.
 */
export function usePages<Name extends Paged>(
  name: Name,
  cursor: Cursor<Name>,
  input: Omit<Input<Name>, Cursor<Name>>,
) {
  const query = useInfiniteQuery<
    Reply<Name>,
    Refusal,
    { pages: Reply<Name>[] },
    readonly unknown[],
    string | null
  >({
    queryKey: [name, input, "pages"],
    queryFn: ({ pageParam }) =>
      call(name, { ...input, [cursor]: pageParam } as unknown as Input<Name>),
    initialPageParam: null,
    getNextPageParam: (page) => (page as { next: string | null }).next,
  });
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => rowsOf<Name>(page)) ?? [], [data]);
  return {
    rows,
    first: data?.pages[0],
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

import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { READS, type Tag } from "@/bindings/commands";
import { Refusal } from "./refusal";

/** One cache for the answers of the dispatcher. The dispatcher is local and quick, so nothing is retried, and nothing is polled but what goes on by itself. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: "always",
      // A fault that is no refusal is a mistake of ours: let the error boundary show it.
      throwOnError: (error) => !(error instanceof Refusal),
    },
    mutations: { retry: false, networkMode: "always" },
  },
});

/**
 * Keeps the answers of a screen that is behind the lock, where nobody looks at them and nothing asks for them
 * anew: the screen comes back with them. Returns the way to let go.
 */
export function holdAnswers(client: QueryClient = queryClient): () => void {
  const holding = client
    .getQueryCache()
    .getAll()
    .map(({ queryKey }) =>
      new QueryObserver(client, { queryKey, enabled: false }).subscribe(() => undefined),
    );
  return () => {
    for (const release of holding) release();
  };
}

/** Has every answer asked for anew when it is next looked at: much may have happened behind the lock. */
export function distrustAnswers(client: QueryClient = queryClient): void {
  for (const query of client.getQueryCache().getAll()) query.invalidate();
}

const readsOf: Record<string, readonly Tag[] | undefined> = READS;

/** Drops the cached answers that carry one of these tags, and asks again for those on screen. */
export function dropTags(tags: readonly Tag[], client: QueryClient = queryClient): Promise<void> {
  if (tags.length === 0) return Promise.resolve();
  return client.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0];
      const reads = typeof name === "string" ? readsOf[name] : undefined;
      return reads?.some((tag) => tags.includes(tag)) ?? false;
    },
  });
}

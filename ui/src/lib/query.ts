import { QueryClient } from "@tanstack/react-query";
import { READS, type Tag } from "@/bindings/commands";
import { Refusal } from "./refusal";

/** One cache for the answers of the dispatcher. The dispatcher is local and quick, so nothing is retried and nothing is polled. */
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

import { useCall } from "@/lib/api";
import { usePages } from "@/lib/pages";

/** Rows asked for at a time: some screenfuls, so that the scroll wheel never waits. */
const PAGE = 200;

/**
 * Marketing Re-consent Needed (D-15), page by page as far as somebody scrolls. While there are
 * more pages `total` is counted apart, and comes when it is known: the rows never wait for it.
 */
export function useReconsent() {
  const list = usePages("list_reconsent", "after", { limit: PAGE });
  const count = useCall("count_reconsent", {}, { enabled: list.hasMore });
  return { ...list, total: list.hasMore ? count.data?.total : list.rows.length };
}

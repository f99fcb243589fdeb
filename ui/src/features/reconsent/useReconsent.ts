import { usePages } from "@/lib/pages";

/** Rows asked for at a time: some screenfuls, so that the scroll wheel never waits. */
const PAGE = 200;

/** Marketing Re-consent Needed (D-15), page by page as far as somebody scrolls. */
export function useReconsent() {
  return usePages("list_reconsent", "after", { limit: PAGE });
}

import { useList } from "@/components/list/list";
import { useCall } from "@/lib/api";
import { reconsents } from "./reconsents";

/**
 * Who has to be asked again, page by page as far as somebody scrolls. While there are more pages
 * `total` is counted apart, and comes when it is known: the rows never wait for it.
 */
export function useReconsent() {
  const listing = useList(reconsents, {});
  const count = useCall("count_reconsent", {}, { enabled: listing.hasMore });
  return { ...listing, total: listing.hasMore ? count.data?.total : listing.rows.length };
}

import { useState } from "react";
import { useAnywhere } from "@/lib/anywhere";
import { useCall } from "@/lib/api";
import { reconsents } from "./reconsents";

/**
 * Who has to be asked again, entered anywhere. Where there is more than a page, `total` is counted apart and
 * comes when it is known: the rows never wait for it.
 */
export function useReconsent() {
  const [isLong, setIsLong] = useState(false);
  const count = useCall("count_reconsent", {}, { enabled: isLong });
  const listing = useAnywhere("list_reconsent", {}, reconsents.page, {
    counted: isLong ? count.data?.total : undefined,
  });
  const isFull = listing.rows.length >= reconsents.page;
  if (isFull !== isLong) setIsLong(isFull);
  return { ...listing, total: isFull ? count.data?.total : listing.rows.length };
}

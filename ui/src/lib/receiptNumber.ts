/** How surely a search term is a consent receipt's number: `sure` as printed or with digits in it. */
export type ReceiptLikeness = "no" | "maybe" | "sure";

/**
 * Tells a receipt number, `R-7K2M-Q9XD-4F`, typed or scanned in any way, from a name of eleven
 * letters. Whether it is one, only the dispatcher knows.
 */
export function receiptLikeness(term: string): ReceiptLikeness {
  const bare = term.replace(/[\s\-–—]/gu, "");
  if (!/^r[0-9a-z]{10}$/i.test(bare)) return "no";
  return /\d/.test(bare) || /^\s*r\s*[-–—]/i.test(term) ? "sure" : "maybe";
}

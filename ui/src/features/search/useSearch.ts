import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ContactMatches, FoundReceipt } from "@/bindings/commands";
import { useCall } from "@/lib/api";
import { receiptLikeness } from "@/lib/receiptNumber";
import type { Refusal } from "@/lib/refusal";

/** An answer that takes longer than this is overtaken: what is typed by now is asked beside it. */
const OVERTAKE_MS = 80;
/** Questions on their way at once: the one that is asked, and one that was overtaken. */
const MOST_ASKED = 2;

interface Answer {
  /** The latest answer: to what is typed, or to a beginning of it while that is asked. */
  found: ContactMatches | undefined;
  refusal: Refusal | null;
  /** What the latest answer is about. */
  asked: string;
  /** Is it the answer to what is typed? */
  current: boolean;
  /** What is typed is, or is meant to be, the number of a consent receipt (M-04). */
  isReceipt: boolean;
  receipt: FoundReceipt | undefined;
}

/**
 * Asks for what is typed: at once when nothing is on its way, else as soon as that is answered, and then
 * for the latest alone. Nobody waits for a pause in the typing, and however quickly somebody types, the
 * dispatcher gets no more than it answers. An answer belongs to the term it was asked for, so one that
 * comes late is never shown for another.
 */
export function useSearch(term: string, limit: number): Answer {
  const [asked, setAsked] = useState(term);
  const found = useCall(
    "search_contacts",
    { term: asked, limit },
    {
      enabled: asked !== "",
      gcTime: 60_000,
      placeholderData: (before, query) =>
        goesOn((query?.queryKey[1] as { term: string } | undefined)?.term ?? "", asked)
          ? before
          : undefined,
    },
  );
  const behind = asked !== term;
  const busy = found.isFetching;
  if (behind && !busy) setAsked(term);
  const client = useQueryClient();
  const latest = useRef(term);
  useEffect(() => {
    latest.current = term;
  }, [term]);
  // Counted from the first key that has to wait, not from the last: whoever types on is not put off.
  useEffect(() => {
    if (!behind || !busy) return;
    const timer = window.setInterval(() => {
      const onTheirWay = client.isFetching({ queryKey: ["search_contacts"] });
      if (onTheirWay < MOST_ASKED) setAsked(latest.current);
    }, OVERTAKE_MS);
    return () => window.clearInterval(timer);
  }, [behind, busy, client]);

  // What looks like the number of a consent receipt may be one (M-04); a mistyped one is not a name.
  const likeness = receiptLikeness(asked);
  const receipt = useCall("find_receipt", { number: asked }, { enabled: likeness !== "no" });
  return {
    found: asked === "" ? undefined : found.data,
    refusal: found.error,
    asked,
    current:
      !behind &&
      !found.isPlaceholderData &&
      found.data !== undefined &&
      (likeness === "no" || !receipt.isPending),
    isReceipt: receipt.data !== undefined || (receipt.isError && likeness === "sure"),
    receipt: receipt.data,
  };
}

/** The same word, typed on or taken back. Rows of another word would be wrong even for a moment. */
function goesOn(before: string, now: string): boolean {
  return before !== "" && now !== "" && (now.startsWith(before) || before.startsWith(now));
}

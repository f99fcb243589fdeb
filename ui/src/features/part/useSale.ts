import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useLayoutEffect, useState } from "react";
import type { ContactId } from "@/bindings/commands";
import { useDraft } from "@/components/useDraft";
import { useUnsaved } from "@/components/useUnsaved";
import { useCall } from "@/lib/api";
import { flushDrafts } from "@/lib/drafts";
import { asked, isTyped, newSale, type Sale } from "./sale";

/**
 * A sale while it is typed. It is kept as a draft of the employee, so that whoever looks at the shelf in between,
 * or is called away, finds it again; a question is asked only where it cannot be kept.
 */
export function useSale(contactId: ContactId | null, carried: Sale) {
  const [sale, setSale] = useState(carried);
  const kept = useDraft(
    `parts_sale:${contactId ?? "new"}`,
    sale,
    (was) => setSale({ ...newSale(), ...was }),
    { dirty: isTyped(sale), reset: () => setSale(newSale()) },
  );
  useUnsaved({
    isTyped: () => kept.isTyped() && !kept.isKept(),
    isKept: kept.isKept,
    discard: kept.done,
  });
  // Another screen takes its place: what was typed in the last second is kept too.
  useLayoutEffect(() => () => void flushDrafts(), []);
  const [settled] = useDebouncedValue(sale.lines, 120);
  const sum = useCall(
    "sum_parts_sale",
    { lines: asked(settled) },
    { enabled: settled.length > 0, placeholderData: keepPreviousData },
  );
  return {
    sale,
    setSale,
    kept,
    sum: sale.lines.length > 0 ? sum.data : undefined,
    refusal: sum.error,
  };
}

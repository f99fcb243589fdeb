import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import type { ContactLine } from "@/bindings/types";
import { useCall } from "./api";

/** How many a field offers: whoever is not among them is found by typing on. */
const MOST = 20;

/** A contact in one line, as a field offers and shows it. */
export const contactLabel = (row: ContactLine) =>
  [row.name || row.company, row.reference, row.town].filter(Boolean).join(" · ");

/**
 * Whom the search finds by what is typed into a field. Nobody whom older words found is among them: Enter would
 * choose somebody else than who is typed.
 */
export function useFoundContacts(typed: string): { rows: readonly ContactLine[]; none: boolean } {
  const words = typed.trim();
  const [asked] = useDebouncedValue(words, 60);
  const found = useCall(
    "search_contacts",
    { term: asked, limit: MOST },
    { enabled: asked !== "", placeholderData: keepPreviousData, gcTime: 60_000 },
  );
  const current = asked !== "" && asked === words && !found.isPlaceholderData;
  const rows = (current && found.data?.rows) || [];
  return { rows, none: current && found.data !== undefined && rows.length === 0 };
}

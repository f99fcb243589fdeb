import type { FoundVehicle } from "@/bindings/types";
import { useCall } from "@/lib/api";

/** How many vehicles the drop-down shows. */
const LIMIT = 5;

interface Found {
  rows: readonly FoundVehicle[];
  /** Is this the answer to what is typed, or nothing to ask? */
  current: boolean;
}

const nothing: readonly FoundVehicle[] = [];

/** Vehicles by plate or VIN. Neither is without a digit, so that a name is no question. */
export function useVehicles(term: string): Found {
  const enabled = mayBePlate(term);
  const found = useCall(
    "search_vehicles",
    { term, limit: LIMIT },
    { enabled, gcTime: 60_000, retry: false },
  );
  if (!enabled) return { rows: nothing, current: true };
  const { rows = [], suggestions = [] } = found.data ?? {};
  return { rows: [...rows, ...suggestions].slice(0, LIMIT), current: !found.isPending };
}

/** Letters and digits that a plate has, or the end of a VIN, which people read out. */
function mayBePlate(term: string): boolean {
  const key = term.replace(/[\s.-]/g, "");
  if (!/^[a-z\d]{2,17}$/iu.test(key) || !/\d/.test(key)) return false;
  return /[a-z]/iu.test(key) || key.length >= 5;
}

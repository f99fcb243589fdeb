import type { VehicleFilter, VehicleSort } from "@/bindings/types";
import type { Sort } from "@/components/Table";

const SORTS: readonly VehicleSort[] = ["registration", "make", "mot_due", "service_due"];

/** What is due counts as soon within so many days: a letter and an appointment fit in. */
export const SOON_DAYS = 30;

export type Due = "mot_due" | "service_due";

/** How the list is shown, as it stands in the address. */
export interface Shown {
  sort: Sort;
  /** Only what is due soon, or all. */
  due: Due | null;
}

export function readShown(search: URLSearchParams): Shown {
  const due = (["mot_due", "service_due"] as const).find((one) => one === search.get("due"));
  const by = SORTS.find((one) => one === search.get("sort")) ?? "registration";
  // What is due is in the order of the day on which it is.
  return { sort: { by: due ?? by, descending: search.has("descending") }, due: due ?? null };
}

export function writeShown({ sort, due }: Shown): Record<string, string> {
  const search: Record<string, string> = {};
  if (due) search.due = due;
  else if (sort.by !== "registration") search.sort = sort.by;
  if (sort.descending) search.descending = "";
  return search;
}

/** Another order: what is due stays so only in its own. */
export const sorted = (shown: Shown, sort: Sort): Shown => ({
  sort,
  due: shown.due === sort.by ? shown.due : null,
});

/** What the dispatcher is asked for. */
export function asked({ sort, due }: Shown, today: string): VehicleFilter {
  const filter: VehicleFilter = { sort: sort.by as VehicleSort, descending: sort.descending };
  return due ? { ...filter, due_until: laterBy(SOON_DAYS, today) } : filter;
}

function laterBy(days: number, today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

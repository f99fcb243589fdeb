import type { PartLine } from "@/bindings/commands";
import type { List } from "@/components/list/list";
import shared from "@/components/shared.module.css";
import type { Column, Sort } from "@/components/Table";
import { heading } from "@/lib/lists";
import type { FilterOf } from "@/lib/pages";
import { StockMark } from "./StockMark";

/** What the list is asked for. */
export type PartsAsked = FilterOf<"list_parts">;

const columns: Column<PartLine>[] = [
  {
    key: "number",
    header: heading("parts", "number"),
    width: "minmax(120px, 1fr)",
    sort: "number",
    cell: (part) => <span className={shared.strong}>{part.number}</span>,
  },
  {
    key: "description",
    header: heading("parts", "description"),
    width: "minmax(140px, 2.4fr)",
    sort: "description",
    cell: (part) => <span title={part.description}>{part.description}</span>,
  },
  {
    key: "location",
    header: heading("parts", "location"),
    width: "minmax(70px, 0.7fr)",
    cell: (part) => part.location,
  },
  {
    key: "in_stock_text",
    header: heading("parts", "in_stock_text"),
    width: "76px",
    align: "right",
    cell: (part) => part.in_stock_text,
  },
  {
    key: "low_stock_text",
    header: heading("parts", "low_stock_text"),
    width: "70px",
    align: "right",
    wide: true,
    cell: (part) => part.low_stock_text,
  },
  {
    key: "status",
    header: heading("parts", "status"),
    width: "126px",
    cell: (part) => <StockMark part={part} />,
  },
  {
    key: "unit_price_text",
    header: heading("parts", "unit_price_text"),
    width: "104px",
    align: "right",
    cell: (part) => part.unit_price_text,
  },
  {
    key: "vat_label",
    header: heading("parts", "vat_label"),
    width: "116px",
    wide: true,
    cell: (part) => part.vat_label,
  },
];

/** The shelf: all parts, or those that somebody asks for. */
export const parts: List<"list_parts", PartsAsked> = {
  name: "list_parts",
  page: 100,
  label: heading("parts", "number"),
  columns,
  keyOf: (part) => part.id,
  counted: { one: "part.listOne", many: "part.listMany", latest: "part.listMore" },
  reports: (asked) => [
    { as: "print", command: "print_parts", input: asked },
    { as: "csv", command: "export_parts", input: asked },
  ],
};

/** Is anything left out? */
export function isNarrowed({ search, low }: PartsAsked): boolean {
  return Boolean(search || low);
}

/** The filter as it stands in the address, so that coming back finds it so. */
export function readAsked(search: URLSearchParams): PartsAsked {
  const words = search.get("search") ?? "";
  return {
    ...(words.trim() === "" ? {} : { search: words }),
    ...(search.get("sort") === "description" ? { sort: "description" as const } : {}),
    ...(search.get("low") === "1" ? { low: true } : {}),
    ...(search.get("all") === "1" ? { all: true } : {}),
  };
}

/** Reads back as [`readAsked`]. */
export function writeAsked({ search, sort, low, all }: PartsAsked): Record<string, string> {
  return {
    ...(search ? { search } : {}),
    ...(sort === "description" ? { sort } : {}),
    ...(low ? { low: "1" } : {}),
    ...(all ? { all: "1" } : {}),
  };
}

/** The order as the head of the list shows it; what is searched for comes in the order in which it is found. */
export function sortOf({ search, sort }: PartsAsked): Sort | undefined {
  return search ? undefined : { by: sort ?? "number", descending: false };
}

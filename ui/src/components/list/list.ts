import { type FilterOf, type Paged, type RowOf, usePages } from "@/lib/pages";
import type { TextKey } from "@/lib/texts";
import type { Column } from "../Table";
import type { Report } from "./ListReports";

/** A number in words; `latest` is said instead while more rows wait than were counted. */
export interface Counted {
  one: TextKey;
  many: TextKey;
  latest?: TextKey;
}

/** What a list is drawn from, wherever its rows come from. */
export interface ListOf<Row> {
  /** What this is a list of; screen readers and tests find it by this. */
  label: string;
  columns: Column<Row>[];
  keyOf: (row: Row, index: number) => string;
  /** What a tick box belongs to: the name in the row. */
  rowName?: (row: Row) => string;
  rowHeight?: number;
  counted?: Counted;
  /** Giving it adds the tick boxes. */
  ticked?: Counted;
}

/** A list of the dispatcher, declared once: its command, its columns, its words, its reports. */
export interface List<Name extends Paged, Asked = FilterOf<Name>> extends ListOf<RowOf<Name>> {
  name: Name;
  /** Rows asked for at a time. */
  page: number;
  /** How the whole list is printed and exported, as it is filtered. */
  reports?: (asked: Asked) => readonly Report[];
}

/** The rows of a declared list, page by page. */
export function useList<Name extends Paged>(
  list: { name: Name; page: number },
  filter: FilterOf<Name>,
) {
  return usePages(list.name, { ...filter, limit: list.page } as unknown as Parameters<
    typeof usePages<Name>
  >[1]);
}

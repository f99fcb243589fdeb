import { LISTS, type ListName } from "@/bindings/lists";

type ColumnKey<Name extends ListName> = (typeof LISTS)[Name]["columns"][number]["key"];

/** What stands above a column, on the screen as on paper and in files: said once, in the list's declaration. */
export function heading<Name extends ListName>(list: Name, key: ColumnKey<Name>): string {
  return LISTS[list].columns.find((column) => column.key === key)?.heading ?? key;
}

import type { ImportInspection } from "@/bindings/commands";

/** Which columns of the file go into which field. */
export type Mapping = Record<string, string[]>;

/** The mapping with one field's columns set; a field without columns is left out. */
export function withColumns(mapping: Mapping, field: string, columns: string[]): Mapping {
  const { [field]: _, ...rest } = mapping;
  return columns.length === 0 ? rest : { ...rest, [field]: columns };
}

/** Is anything matched at all? What a row needs beyond that, the check tells line by line. */
export function matchesSomething(mapping: Mapping): boolean {
  return Object.values(mapping).some((columns) => columns.length > 0);
}

/** Fields the file has something for come first, each group in the order of the form. */
export function inOrder(inspection: ImportInspection): ImportInspection["fields"] {
  const has = (field: string) => (inspection.mapping[field]?.length ?? 0) > 0;
  return [
    ...inspection.fields.filter(({ field }) => has(field)),
    ...inspection.fields.filter(({ field }) => !has(field)),
  ];
}

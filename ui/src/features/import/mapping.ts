import type { ImportInspection } from "@/bindings/commands";

/** Which columns of the file go into which field. */
export type Mapping = Record<string, string[]>;

/** The entry that says of the whole file: everybody in it said no, to these channels. */
export const EVERYONE_SAYS_NO = "everyone_says_no";

/** What a list can be declared to refuse. */
export const REFUSABLE = ["email", "sms", "phone", "post", "social", "all"] as const;

/** The mapping with one field's columns set; a field without columns is left out. */
export function withColumns(mapping: Mapping, field: string, columns: string[]): Mapping {
  const { [field]: _, ...rest } = mapping;
  return columns.length === 0 ? rest : { ...rest, [field]: columns };
}

/** Is anything matched at all? What a row needs beyond that, the check tells line by line. */
export function matchesSomething(mapping: Mapping): boolean {
  return Object.entries(mapping).some(
    ([field, columns]) => field !== EVERYONE_SAYS_NO && columns.length > 0,
  );
}

/** Is the file declared a list of people who said no, without saying to what? */
export function lacksRefusal(mapping: Mapping): boolean {
  return mapping[EVERYONE_SAYS_NO]?.length === 0;
}

/** The columns of the file that go nowhere. */
export function leftOut({ headers }: ImportInspection, mapping: Mapping): string[] {
  const taken = new Set(Object.values(mapping).flat());
  return headers.filter((header) => !taken.has(header));
}

/** Fields the file has something for come first, each group in the order of the form. */
export function inOrder(inspection: ImportInspection): ImportInspection["fields"] {
  const has = (field: string) => (inspection.mapping[field]?.length ?? 0) > 0;
  return [
    ...inspection.fields.filter(({ field }) => has(field)),
    ...inspection.fields.filter(({ field }) => !has(field)),
  ];
}

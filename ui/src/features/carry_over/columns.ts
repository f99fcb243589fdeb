import type { CarryOverColumns } from "@/bindings/commands";
import type { MatchedField } from "@/components/wizard/MatchColumns";
import { type TextKey, text } from "@/lib/texts";

type Field = keyof CarryOverColumns;

const FIELDS: readonly { field: Field; label: TextKey }[] = [
  { field: "reference", label: "carry_over.reference" },
  { field: "email", label: "carry_over.email" },
  { field: "no_follow_up", label: "carry_over.noFollowUp" },
  { field: "no_marketing", label: "carry_over.noMarketing" },
];

/** The four columns as they are matched, with what is wrong with them. */
export function matchedFields(
  columns: CarryOverColumns,
  errors: Record<string, string> = {},
): MatchedField[] {
  return FIELDS.map(({ field, label }) => {
    const column = columns[field];
    return { field, label: text(label), columns: column ? [column] : [], error: errors[field] };
  });
}

/** The columns with one of them set; a flag without a column is empty, a way to name customers null. */
export function withColumn(
  columns: CarryOverColumns,
  field: string,
  column: string | undefined,
): CarryOverColumns {
  const none = field === "reference" || field === "email" ? null : "";
  return { ...columns, [field]: column ?? none };
}

/** Both flags, and at least one way to tell whose they are. */
export function hasAllColumns(columns: CarryOverColumns): boolean {
  const named = Boolean(columns.reference || columns.email);
  return named && columns.no_follow_up !== "" && columns.no_marketing !== "";
}

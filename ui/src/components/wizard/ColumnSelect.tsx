import { MultiSelect, Select } from "@mantine/core";
import { text } from "@/lib/texts";
import type { MatchedField } from "./MatchColumns";

interface ColumnSelectProps {
  field: MatchedField;
  offered: string[];
  placeholder: string;
  onChange: (columns: string[]) => void;
}

/** The column, or the columns, of one field. */
export function ColumnSelect({ field, offered, placeholder, onChange }: ColumnSelectProps) {
  const { label, many, columns, error } = field;
  if (many) {
    return (
      <MultiSelect
        aria-label={text("file.columnsFor", { field: label })}
        placeholder={columns.length === 0 ? placeholder : undefined}
        data={offered}
        searchable
        clearable
        error={error}
        value={[...columns]}
        onChange={onChange}
      />
    );
  }
  return (
    <Select
      aria-label={label}
      placeholder={placeholder}
      data={offered}
      searchable
      clearable
      error={error}
      value={columns[0] ?? null}
      onChange={(chosen) => onChange(chosen === null ? [] : [chosen])}
    />
  );
}

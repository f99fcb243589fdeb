import { Textarea } from "@mantine/core";
import { NOTES_MAX } from "@/bindings/constants";
import { count } from "@/lib/format";
import { scalars } from "@/lib/scalars";
import { text } from "@/lib/texts";
import classes from "./NotesField.module.css";

interface NotesFieldProps {
  label: string;
  description?: string;
  required?: boolean;
  error?: string | null;
  minRows?: number;
  maxRows?: number;
  /** Where a dialog puts the keyboard when it opens. */
  focused?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** The words for notes that are over the limit, with their count; null while they fit. Nothing is ever cut off. */
export function notesTooLong(notes: string): string | null {
  const length = scalars(notes);
  if (length <= NOTES_MAX) return null;
  return text("common.notesTooLong", {
    count: count(length),
    limit: count(NOTES_MAX),
    over: count(length - NOTES_MAX),
  });
}

/** Notes with their count. Too many characters are said, and kept as typed. */
export function NotesField({
  label,
  description,
  required,
  error,
  minRows = 3,
  maxRows = 12,
  focused,
  value,
  onChange,
}: NotesFieldProps) {
  const length = scalars(value);
  const over = length > NOTES_MAX;
  return (
    <div>
      <Textarea
        label={label}
        description={description}
        required={required}
        error={error ?? notesTooLong(value)}
        autosize
        minRows={minRows}
        maxRows={maxRows}
        dir="auto"
        data-autofocus={focused || undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={over ? classes.over : classes.count} aria-live={over ? "polite" : "off"}>
        {text("common.notesCount", { count: count(length), limit: count(NOTES_MAX) })}
      </div>
    </div>
  );
}

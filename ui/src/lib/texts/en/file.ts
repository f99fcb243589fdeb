export const file = {
  steps: "Steps",
  which: "Which file?",
  choose: "Choose file…",
  orType: "Or type where the file is",
  path: "File",
  open: "Open",
  pathNeeded: "Type where the file is.",
  wrong: "{name}: {words}",
  other: "Other file",

  matchTitle: "Which column is what",
  field: "Field",
  columns: "Columns of the file",
  columnsFor: "Columns for {field}",
  example: "First row",
  preview: "First rows of the file",

  line: "Line",
  column: "Column",
  message: "What is wrong",
  firstOf: "The first {shown} of {total}",
} as const;

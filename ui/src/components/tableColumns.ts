import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: string;
  /** A width for CSS grid: "120px", "minmax(160px, 2fr)". */
  width: string;
  align?: "left" | "right";
  /** The words after which the list can be sorted; absent when it cannot. */
  sort?: string;
  /** Hides the header's words from sight, not from screen readers. */
  quiet?: boolean;
  /** Drawn only where the window is wide enough for what is less needed; a list screen sees to it. */
  wide?: boolean;
  cell: (row: Row) => ReactNode;
}

export interface Sort {
  by: string;
  descending: boolean;
}

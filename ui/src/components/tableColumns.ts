import type { CSSProperties, ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: string;
  /** A width for CSS grid: "120px", "minmax(160px, 2fr)". */
  width: string;
  /**
   * The words of a row's cell, where the column is as wide as they are: it gives way down to `least` and
   * takes no more room than its longest words, up to `most`, unless there is room for all.
   */
  fit?: { words: (row: Row) => string; least: number; most: number };
  align?: "left" | "right";
  /** The words after which the list can be sorted; absent when it cannot. */
  sort?: string;
  /** Hides the header's words from sight, not from screen readers. */
  quiet?: boolean;
  /** Drawn only where the window is wide enough for what is less needed; a list screen sees to it. */
  wide?: boolean;
  cell: (row: Row) => ReactNode;
}

/** What all rows of a list have in common of their places. */
export interface Place {
  gridTemplateColumns: string;
  minWidth: number;
  height: number;
}

/** The place of the row that stands this far down. */
export function placed(place: Place, top: number): CSSProperties {
  return { ...place, transform: `translateY(${top}px)` };
}

export interface Sort {
  by: string;
  descending: boolean;
}

/** About as wide as a letter is at 13 px; a column need not be exact. */
const LETTER = 7;
const PADDING = 18;

/** The width of a column for CSS grid, after the rows that are known. */
export function widthOf<Row>(column: Column<Row>, rows: readonly (Row | undefined)[]): string {
  const { fit } = column;
  if (!fit) return column.width;
  let letters = column.header.length + (column.sort ? 2 : 0);
  for (const row of rows) {
    if (row !== undefined) letters = Math.max(letters, fit.words(row).length);
  }
  const wanted = Math.min(fit.most, Math.max(fit.least, letters * LETTER + PADDING));
  return `minmax(${fit.least}px, ${wanted}fr)`;
}

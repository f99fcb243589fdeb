import type { ReactNode } from "react";

/** What a list says in place of its rows: a list holds rows and nothing else, for whoever hears it read. */
export function EmptyRow({ children }: { children: ReactNode }) {
  return (
    <div role="rowgroup">
      <div role="row" tabIndex={-1}>
        <div role="gridcell" tabIndex={-1}>
          {children}
        </div>
      </div>
    </div>
  );
}

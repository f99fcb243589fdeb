import { Checkbox } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { CellChange, ConsentForm } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./ConsentMatrix.module.css";
import { MatrixCell } from "./MatrixCell";
import { type Answer, columnsOf, type MatrixView, partiesDiffer, spotsOf, takers } from "./matrix";
import { tickWord } from "./words";

interface ConsentMatrixProps {
  /** Channels, parties, and how each permission stands. */
  view: MatrixView;
  /** What was turned: yes or no by cell. What is not named stays as it stands. */
  cells: ConsentForm["cells"];
  /** What a save does by now, as `preview_consent` says. */
  changes?: readonly CellChange[];
  disabled?: boolean;
  /** Does a dialog put the keyboard on its first cell when it opens? */
  focused?: boolean;
  /** Yes, No, or back to how it stands, for all of these cells at once. */
  onTurn: (subjects: readonly string[], value: Answer) => void;
}

/**
 * The consent matrix (N-04), the same on screen, on paper and on the receipt: a row for each channel,
 * a column for each kind of our messages and for each further party, three answers in every cell,
 * and strokes over a whole row or column. Arrow keys move, Y, N and Space or Delete answer, Tab
 * leaves it in one step. It holds no rule: what an answer does is the dispatcher's to say.
 */
export function ConsentMatrix(props: ConsentMatrixProps) {
  const { view, cells, changes = [], disabled = false, focused = false, onTurn } = props;
  const [apart, setApart] = useState(() => partiesDiffer(view));
  const [stop, setStop] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const columns = useMemo(() => columnsOf(view, apart), [view, apart]);
  const spots = useMemo(() => spotsOf(view, columns), [view, columns]);
  const turns = new Map(changes.map(({ subject, becomes }) => [subject, becomes]));
  const last = { row: spots.length - 1, column: (spots[0]?.length ?? 1) - 1 };
  const at = { row: Math.min(stop.row, last.row), column: Math.min(stop.column, last.column) };
  const further = view.parties.some(({ kind }) => kind !== "us");

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const row = Math.max(0, Math.min(last.row, at.row + step.row));
    const column = Math.max(0, Math.min(last.column, at.column + step.column));
    table.current?.querySelector<HTMLElement>(`[data-at="${row}:${column}"]`)?.focus();
  };
  return (
    <div className={classes.matrix}>
      <div className={classes.scroll}>
        <table
          ref={table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: its cells are moved through
          role="grid"
          aria-label={text("consent.ticks")}
          className={disabled ? classes.dim : undefined}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col">{text("consent.channel")}</th>
              {columns.map(({ key, head, sub }) => (
                <th key={key} scope="col" title={`${head} ${sub}`.trim()}>
                  <b>
                    <bdi>{head}</bdi>
                  </b>
                  <small>{sub}</small>
                </th>
              ))}
              {columns.length > 1 && <th scope="col">{text("consent.wholeRow")}</th>}
            </tr>
          </thead>
          <tbody>
            {spots.map((line, row) => {
              const channel = view.rows[row]?.channel;
              return (
                <tr key={channel ?? "all"} className={channel ? undefined : classes.all}>
                  <th scope="row">{channel ? tickWord(channel) : text("consent.everyChannel")}</th>
                  {line.map((spot, column) => (
                    <MatrixCell
                      key={spot.label}
                      spot={spot}
                      turned={cells}
                      changes={turns}
                      excluded={view.excluded}
                      disabled={disabled}
                      at={`${row}:${column}`}
                      stop={row === at.row && column === at.column}
                      focused={focused && row === 0 && column === 0}
                      onTurn={(turned, value) =>
                        onTurn(
                          takers(turned, value).map(({ subject }) => subject),
                          value,
                        )
                      }
                      onFocus={() => setStop({ row, column })}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {further && view.purposes_shown && (
        <Checkbox
          label={text("consent.kindsApart")}
          checked={apart}
          onChange={(event) => setApart(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

const STEPS: Record<string, { row: number; column: number } | undefined> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
  Home: { row: 0, column: -99 },
  End: { row: 0, column: 99 },
};

/** A width for what holds the matrix, before it has to scroll. */
export function matrixWidth(view: MatrixView): number {
  return 112 + (columnsOf(view, partiesDiffer(view)).length + 1) * 104;
}

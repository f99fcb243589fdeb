import { useId } from "react";
import type { ConsentView } from "@/bindings/commands";
import { type TextKey, text } from "@/lib/texts";
import { CellState } from "./CellState";
import consent from "./Consent.module.css";
import { type CellChange, purposeOf, stands } from "./cells";
import { PermissionGrid } from "./PermissionGrid";
import classes from "./PermissionGrid.module.css";
import { cellLabel, cellMark } from "./words";

interface CellEditorProps {
  view: ConsentView;
  /** What was set cell by cell. */
  cells: Record<string, boolean>;
  /** What a save does by now, by the cells and by the ticks. */
  changes: readonly CellChange[];
  disabled: boolean;
  onCell: (subject: string, value: boolean | null) => void;
}

/** The full grid to write in: every permission on its own, Yes, No, or left as it stands. */
export function CellEditor({ view, cells, changes, disabled, onCell }: CellEditorProps) {
  const turns = new Map(changes.map(({ subject, turn }) => [subject, turn]));
  return (
    <>
      <PermissionGrid view={view} beside={255}>
        {(cell, channel, party) => {
          const turn = turns.get(cell.subject);
          const label = cellLabel(view, { party: party.party, channel, purpose: purposeOf(cell) });
          return (
            <div className={classes.edit}>
              <CellState
                mark={cellMark(cell)}
                words={cell.words}
                carried={cell.carried}
                more={cell.recorded ?? undefined}
              />
              <small className={turn && (turn === "given" ? classes.on : classes.off)}>
                {turn ? text(`consent.becomes_${turn}`) : dateOf(cell)}
              </small>
              {cell.locked ? (
                <small>{text("consent.onlyCustomer")}</small>
              ) : party.listed || stands(cell.state) ? (
                <Answer
                  label={label}
                  value={cells[cell.subject] ?? null}
                  yes={party.listed}
                  disabled={disabled}
                  onChange={(value) => onCell(cell.subject, value)}
                />
              ) : (
                <small>{text("consent.onlyTaken")}</small>
              )}
            </div>
          );
        }}
      </PermissionGrid>
      <p className={consent.legend}>{text("consent.cellsHint")}</p>
    </>
  );
}

function dateOf({ state, since_local }: ConsentView["rows"][number]["cells"][number]): string {
  return state === "unset" ? "" : (since_local ?? "");
}

const ANSWERS: readonly [boolean | null, TextKey][] = [
  [true, "consent.yes"],
  [false, "consent.no"],
  [null, "consent.leave"],
];

interface AnswerProps {
  /** `Us, Email, Service Follow Up`. */
  label: string;
  value: boolean | null;
  /** May it be given at all? */
  yes: boolean;
  disabled: boolean;
  onChange: (value: boolean | null) => void;
}

/** Three states in one stop of the Tab key; the arrow keys choose. */
function Answer({ label, value, yes, disabled, onChange }: AnswerProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.answers}>
      {ANSWERS.filter(([answer]) => yes || answer !== true).map(([answer, words]) => (
        <label key={words}>
          <input
            type="radio"
            name={name}
            checked={value === answer}
            disabled={disabled}
            onChange={() => onChange(answer)}
          />
          <span>{text(words)}</span>
        </label>
      ))}
    </div>
  );
}

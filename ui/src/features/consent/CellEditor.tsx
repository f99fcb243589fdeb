import { useId } from "react";
import type { CellChange, ConsentForm, ConsentView } from "@/bindings/commands";
import { type TextKey, text } from "@/lib/texts";
import { CellState } from "./CellState";
import consent from "./Consent.module.css";
import { PermissionGrid } from "./PermissionGrid";
import classes from "./PermissionGrid.module.css";
import { cellLabel } from "./words";

interface CellEditorProps {
  view: ConsentView;
  /** What was set cell by cell. */
  cells: ConsentForm["cells"];
  /** What a save does by now, by the cells and by the ticks. */
  changes: readonly CellChange[];
  disabled: boolean;
  onCell: (subject: string, value: boolean | null) => void;
}

/** The full grid to write in: every permission on its own, Yes, No, or left as it stands. */
export function CellEditor({ view, cells, changes, disabled, onCell }: CellEditorProps) {
  const turns = new Map(changes.map(({ subject, becomes }) => [subject, becomes]));
  return (
    <>
      <PermissionGrid view={view} beside={255}>
        {(cell, channel, { party }) => {
          const { subject, purpose } = cell;
          const turn = turns.get(subject);
          return (
            <div className={classes.edit}>
              <CellState state={cell} more={cell.recorded ?? undefined} />
              <small className={turn && (turn === "given" ? classes.on : classes.off)}>
                {turn ? text(`consent.becomes_${turn}`) : dateOf(cell)}
              </small>
              {cell.answers === "only_customer" ? (
                <small>{text("consent.onlyCustomer")}</small>
              ) : cell.answers === "nothing" ? (
                <small>{text("consent.onlyTaken")}</small>
              ) : (
                <Answer
                  label={cellLabel(view, { party, channel, purpose })}
                  value={cells[subject] ?? null}
                  yes={cell.answers === "both"}
                  disabled={disabled}
                  onChange={(value) => onCell(subject, value)}
                />
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

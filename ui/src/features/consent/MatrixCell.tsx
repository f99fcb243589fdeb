import { Tooltip } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { type KeyboardEvent, useId } from "react";
import type { CellChange, ConsentForm } from "@/bindings/commands";
import { ShadeMark } from "@/components/ShadeMark";
import { type TextKey, text } from "@/lib/texts";
import classes from "./ConsentMatrix.module.css";
import { type Answer, position, type Spot, standing, standsWords, takers } from "./matrix";

interface MatrixCellProps {
  spot: Spot;
  turned: ConsentForm["cells"];
  /** What a save does to the cells, as the rules say. */
  changes: ReadonlyMap<string, CellChange["becomes"]>;
  excluded: boolean;
  disabled: boolean;
  /** Its place, `2:0`, and whether it is the matrix's one stop of the Tab key. */
  at: string;
  stop: boolean;
  /** Where a dialog puts the keyboard when it opens. */
  focused: boolean;
  onTurn: (spot: Spot, value: Answer) => void;
  onFocus: () => void;
}

/** One cell of the matrix: Yes, No, or not asked; what stands in it, or what a save will make of it. */
export function MatrixCell(props: MatrixCellProps) {
  const { spot, turned, changes, excluded, disabled, at, stop, focused, onTurn, onFocus } = props;
  const words = useId();
  const value = position(spot, turned, excluded);
  const isTurned = spot.cells.some(({ subject }) => subject in turned);
  const locked =
    spot.cells.length > 0 && spot.cells.every((cell) => takers(only(cell), false).length === 0);
  const turn = (answer: Answer) => {
    if (!disabled && takers(spot, answer).length > 0) onTurn(spot, answer);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const answer = answerOf(event);
    if (answer === undefined || locked) return;
    event.preventDefault();
    event.stopPropagation();
    turn(answer);
  };
  return (
    <td className={spot.whole ? classes.whole : undefined}>
      {/* A group, not the cell itself: its name is its own, whatever words stand in it. */}
      <div
        role="group"
        data-at={at}
        data-autofocus={focused || undefined}
        tabIndex={stop ? 0 : -1}
        aria-label={text("consent.spot", { what: spot.label, answer: spoken(spot, value) })}
        aria-describedby={spot.whole ? undefined : words}
        aria-disabled={disabled || locked || undefined}
        className={classes.cell}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
      >
        {locked ? (
          <Locked spot={spot} />
        ) : (
          <span className={classes.answers} data-turned={isTurned || undefined}>
            {ANSWERS.map(([answer, label, shown]) => (
              <button
                key={label}
                type="button"
                tabIndex={-1}
                disabled={disabled || !canTake(spot, answer, isTurned, excluded)}
                aria-pressed={value === answer}
                aria-label={text("consent.spot", { what: spot.label, answer: text(label) })}
                data-answer={String(answer)}
                // The cell keeps the keyboard: its keys answer too.
                onMouseDown={(event) => {
                  event.preventDefault();
                  event.currentTarget.closest<HTMLElement>("[data-at]")?.focus();
                }}
                onClick={() => turn(answer)}
              >
                {shown}
              </button>
            ))}
          </span>
        )}
        {!spot.whole && (
          <small id={words}>
            <State spot={spot} changes={changes} />
          </small>
        )}
      </div>
    </td>
  );
}

const ANSWERS: readonly [Answer, TextKey, string][] = [
  [true, "consent.yes", text("consent.yes")],
  [false, "consent.no", text("consent.no")],
  [null, "consent.notAsked", "–"],
];

function only(cell: Spot["cells"][number]): Spot {
  return { label: "", cells: [cell], whole: false };
}

/** An answer that stands can be changed, not made unsaid; so the dash only takes back what was turned. */
function canTake(spot: Spot, answer: Answer, isTurned: boolean, excluded: boolean): boolean {
  if (answer !== null) return takers(spot, answer).length > 0;
  return isTurned || spot.cells.every((cell) => standing(cell, excluded) === null);
}

const KEYS: Record<string, Answer | undefined> = {
  y: true,
  n: false,
  " ": null,
  delete: null,
  backspace: null,
  "-": null,
};

/** What a key answers; no key does while an input method composes. */
function answerOf({
  key,
  nativeEvent,
  ctrlKey,
  metaKey,
  altKey,
}: KeyboardEvent): Answer | undefined {
  if (ctrlKey || metaKey || altKey || nativeEvent.isComposing) return undefined;
  return KEYS[key.toLowerCase()];
}

/** `Yes`; what is neither yes nor no says how it stands. */
function spoken(spot: Spot, value: Answer | "differs"): string {
  if (value === true) return text("consent.yes");
  if (value === false) return text("consent.no");
  if (value === "differs") return text("consent.differs");
  const [first] = spot.cells;
  return spot.whole || !first ? text("consent.notAsked") : standsWords(spot);
}

function Locked({ spot }: { spot: Spot }) {
  const byCustomer = spot.cells.some(({ answers }) => answers === "only_customer");
  const words = text(byCustomer ? "consent.locked" : "consent.onlyTaken");
  return (
    <Tooltip label={words} withinPortal>
      <span className={classes.locked}>
        <IconLock size={13} aria-hidden="true" />
        {text(byCustomer ? "consent.no" : "consent.onlyTakenShort")}
        <span className="visually-hidden">{words}</span>
      </span>
    </Tooltip>
  );
}

/** What a save makes of it, else how it stands. It has its line from the start. */
function State({ spot, changes }: Pick<MatrixCellProps, "spot" | "changes">) {
  const [first] = spot.cells;
  const turn = spot.cells
    .map(({ subject }) => changes.get(subject))
    .find((one) => one !== undefined);
  if (turn) {
    return (
      <b className={turn === "given" ? classes.on : classes.off}>
        {text(`consent.becomes_${turn}`)}
      </b>
    );
  }
  if (!first) return null;
  const words = standsWords(spot);
  const recorded = spot.cells.map((cell) => cell.recorded).find((one) => one !== null);
  const since = first.state === "unset" ? null : first.since_local;
  const more = [since, recorded, first.carried ? text("consent.carried") : null];
  const lines = [words, ...more.filter((one) => one != null)].join("\n");
  return (
    <Tooltip
      label={<span className={classes.lines}>{lines}</span>}
      withinPortal
      disabled={first.state === "unset"}
    >
      <span className={classes.state}>
        <ShadeMark shade={first.shade} words={words} />
      </span>
    </Tooltip>
  );
}

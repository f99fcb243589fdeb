import { text } from "@/lib/texts";
import classes from "./Table.module.css";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** A to Z beside a list, for the mouse. The keyboard types the letter over the list itself. */
export function LetterStrip({ onLetter }: { onLetter: (letter: string) => void }) {
  return (
    <div className={classes.letters} role="group" aria-label={text("common.letters")}>
      {LETTERS.map((letter) => (
        <button
          key={letter}
          type="button"
          tabIndex={-1}
          title={text("common.letterHint", { letter })}
          aria-label={text("common.letterHint", { letter })}
          onClick={() => onLetter(letter)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
}

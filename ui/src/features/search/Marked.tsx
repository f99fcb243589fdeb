import { markFound } from "./marks";
import classes from "./SearchBox.module.css";

/** A text of a contact with what was searched for marked. */
export function Marked({ words, typed }: { words: string; typed: string }) {
  let at = 0;
  return (
    <bdi>
      {markFound(words, typed).map((piece) => {
        const key = at;
        at += piece.words.length;
        return piece.marked ? (
          <mark key={key} className={classes.mark}>
            {piece.words}
          </mark>
        ) : (
          piece.words
        );
      })}
    </bdi>
  );
}

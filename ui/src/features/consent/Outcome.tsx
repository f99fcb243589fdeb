import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import type { CellChange } from "./ticks";
import { changeWords } from "./words";

interface OutcomeProps {
  cells: CellChange[];
  manufacturer: { brand: string; on: boolean }[];
  /** True when the save excludes from all, false when it takes that back, null when neither. */
  exclusion: boolean | null;
  reconfirmed: boolean;
}

/** Before saving: what will be recorded, in the words of the GDPR tab. */
export function Outcome({ cells, manufacturer, exclusion, reconfirmed }: OutcomeProps) {
  const lines = [
    ...(exclusion === null
      ? []
      : [
          {
            key: "exclusion",
            on: !exclusion,
            words: text(exclusion ? "consent.outcomeExclude" : "consent.outcomeInclude"),
          },
        ]),
    ...cells.map((change) => ({
      key: `${change.party}/${change.channel}/${change.on}`,
      on: change.on,
      words: changeWords(change),
    })),
    ...manufacturer.map(({ brand, on }) => ({
      key: `brand/${brand}`,
      on,
      words: text("consent.outcomeManufacturer", { brand }),
    })),
  ];
  return (
    <section className={classes.outcome} aria-live="polite">
      <h3>{text("consent.outcome")}</h3>
      {lines.length === 0 ? (
        text(reconfirmed ? "consent.outcomeReconfirmed" : "consent.outcomeNothing")
      ) : (
        <ul>
          {lines.map(({ key, on, words }) => (
            <li key={key} className={on ? classes.on : classes.off}>
              {on ? "+" : "−"} {words}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

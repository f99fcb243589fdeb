import { Checkbox, Tooltip } from "@mantine/core";
import type {
  ConsentForm,
  ConsentOutcome,
  ConsentView,
  TickBox,
  TickName,
} from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { KINDS, PARTIES, sameBox } from "./form";
import { partyWord, tickLabel, tickWord } from "./words";

interface TickGridProps {
  view: ConsentView;
  boxes: ConsentForm["boxes"];
  /** What there is to say about them. */
  outcome: Pick<ConsentOutcome, "hints" | "ran_out">;
  disabled: boolean;
  onTick: (box: TickBox, value: boolean) => void;
}

/** The compact view: Us and T.P. by the channels and kinds of message that the profile shows (N-02..N-04). */
export function TickGrid({ view, boxes, outcome, disabled, onTick }: TickGridProps) {
  const parties = PARTIES.filter((party) => party === "us" || view.third_parties_shown);
  const channels = view.rows.map(({ channel }) => channel);
  const kinds = view.purposes_shown ? KINDS : [];
  const hintOf = (ref: TickBox) => {
    const hint = outcome.hints.find((one) => sameBox(one, ref));
    const value = boxes[ref.party][ref.tick];
    // The box turns before the answer about it comes.
    return {
      locked: !disabled && value !== true && hint?.locked === true,
      grey: value === null ? (hint?.grey ?? "assumed") : null,
    };
  };
  const line = (tick: TickName) => (
    <tr key={tick}>
      <th scope="row">{tickWord(tick)}</th>
      {parties.map((party) => {
        const ref = { party, tick };
        const value = boxes[party][tick];
        const { locked, grey } = hintOf(ref);
        const label = tickLabel(ref);
        const box = (
          <Checkbox
            aria-label={grey ? `${label} (${text(`consent.${grey}Tick`)})` : label}
            checked={value === true}
            indeterminate={value === null}
            data-autofocus={(party === "us" && tick === "email") || undefined}
            disabled={disabled || locked}
            color={value === null ? "gray" : undefined}
            onChange={(event) => onTick(ref, event.currentTarget.checked)}
          />
        );
        return (
          <td key={party}>
            {locked ? (
              <Tooltip label={text("consent.locked")} withinPortal>
                <div>{box}</div>
              </Tooltip>
            ) : (
              <div>{box}</div>
            )}
          </td>
        );
      })}
    </tr>
  );
  const greys = parties.flatMap((party) =>
    [...channels, ...kinds].map((tick) => hintOf({ party, tick }).grey),
  );
  return (
    <>
      <table className={classes.ticks} aria-label={text("consent.ticks")}>
        <thead>
          <tr>
            <th scope="col">{text("consent.channel")}</th>
            {parties.map((party) => (
              <th key={party} scope="col">
                {partyWord(party)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{channels.map(line)}</tbody>
        {kinds.length > 0 && <tbody>{kinds.map(line)}</tbody>}
      </table>
      {greys.includes("assumed") && (
        <p className={classes.legend}>{text("consent.assumedLegend")}</p>
      )}
      {!disabled && outcome.ran_out && (
        <p className={classes.legend}>{text("consent.expiredLegend")}</p>
      )}
      {greys.includes("differs") && (
        <p className={classes.legend}>{text("consent.differsLegend")}</p>
      )}
    </>
  );
}

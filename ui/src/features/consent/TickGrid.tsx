import { Checkbox, Tooltip } from "@mantine/core";
import type { ConsentView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { isGiven, PARTIES, PURPOSES } from "./cells";
import {
  greyOver,
  lockedByCustomer,
  type Tick,
  type TickName,
  type TickRef,
  type Ticks,
} from "./ticks";
import { partyWord, tickLabel, tickWord } from "./words";

interface TickGridProps {
  view: ConsentView;
  ticks: Ticks;
  /** How the boxes stood at first: what the customer locked may only go back to that. */
  opened: Ticks;
  disabled: boolean;
  onTick: (ref: TickRef, value: Tick) => void;
}

/** The compact view: Us and T.P. by the channels and kinds of message that the profile shows (N-02..N-04). */
export function TickGrid({ view, ticks, opened, disabled, onTick }: TickGridProps) {
  const parties = PARTIES.filter((party) => party === "us" || view.third_parties_shown);
  const channels = view.rows.map(({ channel }) => channel);
  const kinds = view.purposes_shown ? PURPOSES : [];
  const grey = (ref: TickRef) => (ticks[ref.party][ref.tick] === null ? greyOver(view, ref) : null);
  const line = (tick: TickName) => (
    <tr key={tick}>
      <th scope="row">{tickWord(tick)}</th>
      {parties.map((party) => {
        const ref = { party, tick };
        const value = ticks[party][tick];
        const locked =
          !disabled &&
          value !== true &&
          opened[party][tick] !== true &&
          lockedByCustomer(view, ref, ticks[party]);
        const label = tickLabel(party, tick);
        const over = grey(ref);
        const box = (
          <Checkbox
            aria-label={over ? `${label} (${text(`consent.${over}Tick`)})` : label}
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
    [...channels, ...kinds].map((tick) => grey({ party, tick })),
  );
  // What ran out stands ticked still, and a tick that is there already renews nothing.
  const ranOut = view.rows.some((row) =>
    row.cells.some((cell) => cell.state === "expired" && isGiven(cell)),
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
      {!disabled && ranOut && <p className={classes.legend}>{text("consent.expiredLegend")}</p>}
      {greys.includes("differs") && (
        <p className={classes.legend}>{text("consent.differsLegend")}</p>
      )}
    </>
  );
}

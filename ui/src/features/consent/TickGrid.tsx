import { Checkbox, Tooltip } from "@mantine/core";
import type { ConsentRow } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import {
  CHANNELS,
  lockedByCustomer,
  PARTIES,
  PURPOSES,
  type Tick,
  type TickName,
  type TickRef,
  type Ticks,
} from "./ticks";
import { partyWord, tickLabel, tickWord } from "./words";

interface TickGridProps {
  rows: ConsentRow[];
  ticks: Ticks;
  /** How the boxes stood at first: what the customer locked may only go back to that. */
  opened: Ticks;
  disabled: boolean;
  onTick: (ref: TickRef, value: Tick) => void;
}

/** The compact view: Us and T.P. by five channels and two kinds of message (N-02..N-04). */
export function TickGrid({ rows, ticks, opened, disabled, onTick }: TickGridProps) {
  const line = (tick: TickName) => (
    <tr key={tick}>
      <th scope="row">{tickWord(tick)}</th>
      {PARTIES.map((party) => {
        const value = ticks[party][tick];
        const locked =
          !disabled &&
          value !== true &&
          opened[party][tick] !== true &&
          lockedByCustomer(rows, { party, tick }, ticks[party]);
        const label = tickLabel(party, tick);
        const box = (
          <Checkbox
            aria-label={value === null ? `${label} (${text("consent.assumedTick")})` : label}
            checked={value === true}
            indeterminate={value === null}
            data-autofocus={(party === "us" && tick === "email") || undefined}
            disabled={disabled || locked}
            color={value === null ? "gray" : undefined}
            onChange={(event) => onTick({ party, tick }, event.currentTarget.checked)}
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
  const someAssumed = PARTIES.some((party) => Object.values(ticks[party]).includes(null));
  return (
    <>
      <table className={classes.ticks} aria-label={text("consent.ticks")}>
        <thead>
          <tr>
            <th scope="col">{text("consent.channel")}</th>
            {PARTIES.map((party) => (
              <th key={party} scope="col">
                {partyWord(party)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{CHANNELS.map(line)}</tbody>
        <tbody>{PURPOSES.map(line)}</tbody>
      </table>
      {someAssumed && <p className={classes.legend}>{text("consent.assumedLegend")}</p>}
    </>
  );
}

import { Checkbox, Tooltip } from "@mantine/core";
import { Fragment } from "react";
import type {
  ConsentForm,
  ConsentOutcome,
  ConsentView,
  TickBox,
  TickName,
  TickParty,
} from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { KINDS, PARTIES, sameBox } from "./form";
import { partyWord, tickLabel, tickWord } from "./words";

interface TickGridProps {
  view: ConsentView;
  boxes: ConsentForm["boxes"];
  /** Channels that the customer said no to. */
  refused: ConsentForm["refused"];
  /** What there is to say about them. */
  outcome: Pick<ConsentOutcome, "hints" | "ran_out" | "half_ticked">;
  disabled: boolean;
  onTick: (box: TickBox, value: boolean) => void;
  onRefused: (box: TickBox, value: boolean) => void;
}

/**
 * The compact view: Us and T.P. by the channels and kinds of message that the profile shows
 * (N-02..N-04). A channel has a box for No beside its tick: an empty tick says nothing.
 */
export function TickGrid(props: TickGridProps) {
  const { view, boxes, refused, outcome, disabled, onTick, onRefused } = props;
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
          <Fragment key={party}>
            <td data-field={fieldOf(party, tick)}>
              {locked ? (
                <Tooltip label={text("consent.locked")} withinPortal>
                  <div>{box}</div>
                </Tooltip>
              ) : (
                <div>{box}</div>
              )}
            </td>
            <td>
              {!KINDS.includes(tick) && (
                <div>
                  <Checkbox
                    aria-label={text("consent.spot", { what: label, answer: text("consent.no") })}
                    checked={refused.some((one) => sameBox(one, ref))}
                    disabled={disabled}
                    color="red"
                    onChange={(event) => onRefused(ref, event.currentTarget.checked)}
                  />
                </div>
              )}
            </td>
          </Fragment>
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
              <Fragment key={party}>
                <th scope="col">
                  {partyWord(party)}
                  <small>{text("consent.yes")}</small>
                </th>
                <th scope="col">
                  <span className="visually-hidden">{partyWord(party)}</span>
                  <small>{text("consent.no")}</small>
                </th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>{channels.map(line)}</tbody>
        {kinds.length > 0 && <tbody>{kinds.map(line)}</tbody>}
      </table>
      {/* Two lines from the start: what is said here comes and goes below the boxes. */}
      <p className={classes.legends}>
        {[
          ...parties.map(
            (party) =>
              !disabled &&
              outcome.half_ticked
                .filter((one) => one.party === party)
                .map(({ half }) => text(`consent.half_${half}`, { party: partyWord(party) }))
                .join(" "),
          ),
          greys.includes("assumed") && text("consent.assumedLegend"),
          !disabled && outcome.ran_out && text("consent.expiredLegend"),
          greys.includes("differs") && text("consent.differsLegend"),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </>
  );
}

/** Where the keyboard goes for what is missing: the first kind of message, or the first channel. */
function fieldOf(party: TickParty, tick: TickName): string | undefined {
  if (tick === "service") return `kinds_${party}`;
  return tick === "email" ? `channels_${party}` : undefined;
}

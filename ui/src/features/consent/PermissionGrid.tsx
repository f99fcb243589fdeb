import { Fragment, type ReactNode } from "react";
import type { Channel, ConsentCell, ConsentView, PartyView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { brandOf, partyOf, purposeOf } from "./cells";
import classes from "./PermissionGrid.module.css";
import { channelWord, purposeWord } from "./words";

interface PermissionGridProps {
  view: Pick<ConsentView, "rows" | "parties" | "excluded">;
  /** Pixels that the rest of its dialog takes, in the nine tenths of the window that a dialog may fill. */
  beside: number;
  /** What stands in a cell. */
  children: (cell: ConsentCell, channel: Channel, party: PartyView) => ReactNode;
}

/**
 * Every permission: a row for each channel and kind of message, a column for us, each third party
 * and each brand's manufacturer. Scrolls within itself, under its headings and beside its first
 * column.
 */
export function PermissionGrid({ view, beside, children }: PermissionGridProps) {
  return (
    <section
      className={classes.scroll}
      style={{ maxHeight: `max(240px, calc(90vh - ${beside}px))` }}
      aria-label={text("consent.gridOf")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
      tabIndex={0}
    >
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{text("consent.gridWhat")}</th>
            {view.parties.map((party) => (
              <th key={party.party} scope="col">
                <span className={classes.party} title={party.label}>
                  <bdi>{party.label}</bdi>
                </span>
                <small>{kindOf(party)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={view.excluded ? classes.dim : undefined}>
          {view.rows.map((row) => (
            <Fragment key={row.channel}>
              {kinds(row.cells).map((kind) => (
                <tr key={kind}>
                  <th scope="row">
                    {channelWord(row.channel)}
                    <small>{purposeWord(kind)}</small>
                  </th>
                  {view.parties.map((party) => {
                    const cell = row.cells.find(
                      (one) => one.party === party.party && purposeOf(one) === kind,
                    );
                    return <td key={party.party}>{cell && children(cell, row.channel, party)}</td>;
                  })}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function kinds(cells: readonly ConsentCell[]) {
  return [...new Set(cells.map(purposeOf))];
}

function kindOf(party: PartyView): string {
  if (!party.listed) return text("consent.gridUnlisted");
  if (brandOf(party) !== null) return text("consent.gridManufacturer");
  return partyOf(party) === "third_party" ? text("consent.gridThirdParty") : "";
}

/** A width for a dialog that holds the grid, before it has to scroll. */
export function gridWidth({ parties }: Pick<ConsentView, "parties">): number {
  return 190 + parties.length * 154;
}

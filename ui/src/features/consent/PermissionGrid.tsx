import type { ReactNode } from "react";
import type { Channel, ConsentCell, PartyView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { columnsOf, type MatrixView } from "./matrix";
import classes from "./PermissionGrid.module.css";
import { tickWord } from "./words";

interface PermissionGridProps {
  view: MatrixView;
  /** What stands in a cell. */
  children: (cell: ConsentCell, channel: Channel, party: PartyView) => ReactNode;
}

/**
 * Every permission to read, in the shape of the matrix: a row for each channel, a column for each
 * party and kind of message. It is as high as its rows, so that its dialog scrolls and it does not;
 * many parties scroll sideways, beside the channels' names.
 */
export function PermissionGrid({ view, children }: PermissionGridProps) {
  // Also where the profile asks about both kinds in one: they may stand apart from before.
  const columns = columnsOf({ ...view, purposes_shown: true }, true);
  return (
    <section
      className={classes.scroll}
      aria-label={text("consent.gridOf")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
      tabIndex={0}
    >
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{text("consent.channel")}</th>
            {columns.map(({ key, party, head, sub }) => (
              <th key={key} scope="col">
                <span className={classes.party} title={head}>
                  <bdi>{head}</bdi>
                </span>
                <small>{party.listed ? sub : `${sub}, ${text("consent.gridUnlisted")}`}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={view.excluded ? classes.dim : undefined}>
          {view.rows.map((row) => (
            <tr key={row.channel}>
              <th scope="row">{tickWord(row.channel)}</th>
              {columns.map(({ key, party, kinds }) => {
                const cell = row.cells.find(
                  (one) => one.party === party.party && kinds.includes(one.purpose),
                );
                return <td key={key}>{cell && children(cell, row.channel, party)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A width for a dialog that holds the grid, before it has to scroll. */
export function gridWidth({ parties }: Pick<MatrixView, "parties">): number {
  return 110 + parties.length * 2 * 132;
}

import { Fragment, type ReactNode } from "react";
import type { Channel, ConsentCell, ConsentView, PartyKind, PartyView } from "@/bindings/commands";
import { type TextKey, text } from "@/lib/texts";
import classes from "./PermissionGrid.module.css";
import { tickWord } from "./words";

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
                    {tickWord(row.channel)}
                    <small>{tickWord(kind)}</small>
                  </th>
                  {view.parties.map((party) => {
                    const cell = row.cells.find(
                      (one) => one.party === party.party && one.purpose === kind,
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
  return [...new Set(cells.map(({ purpose }) => purpose))];
}

const KINDS: Record<PartyKind, TextKey | null> = {
  us: null,
  third_party: "consent.gridThirdParty",
  manufacturer: "consent.gridManufacturer",
};

function kindOf({ listed, kind }: PartyView): string {
  const key = listed ? KINDS[kind] : "consent.gridUnlisted";
  return key ? text(key) : "";
}

/** A width for a dialog that holds the grid, before it has to scroll. */
export function gridWidth({ parties }: Pick<ConsentView, "parties">): number {
  return 190 + parties.length * 154;
}

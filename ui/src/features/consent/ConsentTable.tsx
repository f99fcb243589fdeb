import type { ConsentView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { CarriedLegend, CellState } from "./CellState";
import classes from "./Consent.module.css";
import { cellsOf, PURPOSES } from "./cells";
import { Why } from "./Why";
import { cellMark, partyState } from "./words";

/** Channel by channel what stands, by word, shape and colour, and why; as much as the profile shows. */
export function ConsentTable({ view }: { view: ConsentView }) {
  const { rows, purposes_shown: apart, third_parties_shown: third } = view;
  const dim = view.excluded ? classes.dim : undefined;
  const carried = rows.some((row) => row.cells.some((cell) => cell.carried));
  return (
    <div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{text("consent.channel")}</th>
            {apart ? (
              <>
                <th scope="col">{text("consent.usService")}</th>
                <th scope="col">{text("consent.usGeneral")}</th>
              </>
            ) : (
              <th scope="col">{text("consent.us")}</th>
            )}
            {third && <th scope="col">{text("consent.thirdParty")}</th>}
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const us = partyState(view, row, "us");
            const others = partyState(view, row, "third_party");
            return (
              <tr key={row.channel}>
                <th scope="row">{row.label}</th>
                {apart ? (
                  PURPOSES.map((purpose) => (
                    <td key={purpose} className={dim}>
                      {cellsOf(row, "us", purpose).map((cell) => (
                        <CellState
                          key={cell.subject}
                          mark={cellMark(cell)}
                          words={cell.words}
                          carried={cell.carried}
                        />
                      ))}
                    </td>
                  ))
                ) : (
                  <td className={dim}>
                    <CellState mark={us.mark} words={us.words} carried={us.carried} />
                  </td>
                )}
                {third && (
                  <td className={dim ? `${classes.third} ${dim}` : classes.third}>
                    <CellState
                      mark={others.mark}
                      words={others.words}
                      carried={others.carried}
                      more={others.each}
                    />
                  </td>
                )}
                <td>
                  <Why contactId={view.contact_id} channel={row.channel} label={row.label} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <CarriedLegend shown={carried} />
    </div>
  );
}

import type { ConsentView } from "@/bindings/commands";
import { text } from "@/lib/texts";
import { CarriedLegend, CellState } from "./CellState";
import classes from "./Consent.module.css";
import { Why } from "./Why";

/** The dealership's own cells: one for each kind of message. */
const US = "us";

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
            const own = row.cells.filter(({ party }) => party === US);
            return (
              <tr key={row.channel}>
                <th scope="row">{row.label}</th>
                {apart ? (
                  own.map((cell) => (
                    <td key={cell.subject} className={dim}>
                      <CellState state={cell} />
                    </td>
                  ))
                ) : (
                  <td className={dim}>
                    <CellState state={row.us} />
                  </td>
                )}
                {third && (
                  <td className={dim ? `${classes.third} ${dim}` : classes.third}>
                    <CellState state={row.third_party} more={row.third_party.each ?? undefined} />
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

import type { ConsentView } from "@/bindings/commands";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { CarriedLegend } from "./CellState";
import classes from "./Consent.module.css";
import { StopAllButton, StopButton } from "./StopButton";
import type { Stopping } from "./useStop";
import { VerdictCell } from "./VerdictCell";
import { Why } from "./Why";

/** The dealership's own cells: one for each kind of message. */
const US = "us";

interface ConsentTableProps {
  view: ConsentView;
  stopping: Stopping;
}

/**
 * Channel by channel what may be done, what was recorded, why, and *Stop*; as much as the profile shows.
 */
export function ConsentTable({ view, stopping }: ConsentTableProps) {
  const { rows, purposes_shown: apart, third_parties_shown: third } = view;
  const missing = useMissingRight("stop_channel");
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
            <td>
              <StopAllButton view={view} stopping={stopping} missing={missing} />
            </td>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const [service, general] = row.cells.filter(({ party }) => party === US);
            return (
              <tr key={row.channel}>
                <th scope="row">{row.label}</th>
                {apart ? (
                  <>
                    <td>{service && <VerdictCell verdict={row.service} {...service} />}</td>
                    <td>{general && <VerdictCell verdict={row.general} {...general} />}</td>
                  </>
                ) : (
                  <td>
                    <VerdictCell
                      verdict={row.general}
                      answer={row.us.words}
                      carried={row.us.carried}
                    />
                  </td>
                )}
                {third && (
                  <td className={classes.third}>
                    <VerdictCell
                      verdict={row.third}
                      answer={row.third_party.words}
                      carried={row.third_party.carried}
                      more={row.third_party.each}
                    />
                  </td>
                )}
                <td>
                  <span className={classes.acts}>
                    <StopButton
                      channel={row.channel}
                      label={row.label}
                      letter={row.mark.letter}
                      stopping={stopping}
                      reason={
                        missing ??
                        (row.can_stop ? null : text("consent.stopNothing", { channel: row.label }))
                      }
                    />
                    <Why contactId={view.contact_id} channel={row.channel} label={row.label} />
                  </span>
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

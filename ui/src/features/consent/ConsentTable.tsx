import { Popover } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { ConsentRow } from "@/bindings/commands";
import { StatusMark } from "@/components/StatusMark";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { cellOf, PARTIES, PURPOSES } from "./ticks";
import { cellMark, groundWord, partyState, partyWord } from "./words";

/** Channel by channel what stands, by word, shape and colour, and why. */
export function ConsentTable({ rows, excluded }: { rows: ConsentRow[]; excluded: boolean }) {
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{text("consent.channel")}</th>
          <th scope="col">{text("consent.usService")}</th>
          <th scope="col">{text("consent.usGeneral")}</th>
          <th scope="col">{text("consent.thirdParty")}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const thirdParty = partyState(row, "third_party");
          return (
            <tr key={row.channel}>
              <th scope="row">{row.label}</th>
              {PURPOSES.map((purpose) => {
                const cell = cellOf(row, "us", purpose);
                return (
                  <td key={purpose} className={excluded ? classes.dim : undefined}>
                    {cell && <StatusMark mark={cellMark(cell)} words={cell.words} />}
                  </td>
                );
              })}
              <td className={excluded ? classes.dim : undefined}>
                <StatusMark mark={thirdParty.mark} words={thirdParty.words} />
              </td>
              <td>
                <Why row={row} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The reasons in plain words, and the evidence behind each cell. */
function Why({ row }: { row: ConsentRow }) {
  const [opened, setOpened] = useState(false);
  const cells = PARTIES.flatMap((party) =>
    PURPOSES.flatMap((purpose) => {
      const cell = cellOf(row, party, purpose);
      return cell && cell.state !== "unset" ? [{ party, purpose, cell }] : [];
    }),
  );
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      position="right-start"
      shadow="md"
      withinPortal
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.why}
          aria-label={text("consent.whyOf", { channel: row.label })}
          onClick={() => setOpened((was) => !was)}
        >
          {text("consent.why")}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className={classes.reasons}
        aria-label={text("consent.whyTitle", { channel: row.label })}
      >
        <div data-autofocus tabIndex={-1}>
          <h3>{text("consent.whyTitle", { channel: row.label })}</h3>
          {row.why.length > 0 ? (
            <ul>
              {row.why.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          ) : (
            text("consent.whyNothing")
          )}
          {cells.length > 0 && (
            <div className={classes.cells}>
              {cells.map(({ party, purpose, cell }) => (
                <Evidence
                  key={cell.subject}
                  whose={`${partyWord(party)}: ${text(`consent.${purpose}`)}`}
                  mark={<StatusMark mark={cellMark(cell)} words={cell.words} />}
                  ground={[
                    groundWord(cell.basis),
                    cell.since_local ? text("consent.since", { date: cell.since_local }) : "",
                  ]
                    .filter(Boolean)
                    .join(", ")}
                />
              ))}
            </div>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Evidence({ whose, mark, ground }: { whose: string; mark: ReactNode; ground: string }) {
  return (
    <>
      <span>{whose}</span>
      {mark}
      <span>{ground}</span>
    </>
  );
}

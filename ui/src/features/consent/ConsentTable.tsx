import type { ConsentRow, ContactId } from "@/bindings/commands";
import { StatusMark } from "@/components/StatusMark";
import { text } from "@/lib/texts";
import classes from "./Consent.module.css";
import { cellOf, PURPOSES } from "./ticks";
import { Why } from "./Why";
import { cellMark, partyState } from "./words";

interface ConsentTableProps {
  contactId: ContactId;
  rows: ConsentRow[];
  excluded: boolean;
}

/** Channel by channel what stands, by word, shape and colour, and why. */
export function ConsentTable({ contactId, rows, excluded }: ConsentTableProps) {
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
                <Why contactId={contactId} channel={row.channel} label={row.label} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import { Checkbox } from "@mantine/core";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import type { FactField, Said } from "./lookUp";
import classes from "./Vehicle.module.css";

interface SaidTableProps {
  rows: readonly Said[];
  ticked: ReadonlySet<FactField>;
  onTick: (ticked: ReadonlySet<FactField>) => void;
}

/** What stands in a record and what the registers say, side by side; a tick takes a line over. */
export function SaidTable({ rows, ticked, onTick }: SaidTableProps) {
  return (
    <table className={`${plain.table} ${classes.compare}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{text("vehicle.take")}</span>
          </th>
          <th scope="col">{text("vehicle.field")}</th>
          <th scope="col">{text("vehicle.stands")}</th>
          <th scope="col">{text("vehicle.found")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, label, stands, found }) => (
          <tr key={field}>
            <td>
              <Checkbox
                size="xs"
                aria-label={text("vehicle.takeOver", { field: label })}
                checked={ticked.has(field)}
                onChange={({ currentTarget }) => {
                  const next = new Set(ticked);
                  if (currentTarget.checked) next.add(field);
                  else next.delete(field);
                  onTick(next);
                }}
              />
            </td>
            <td className={shared.quiet}>{label}</td>
            <td>
              <bdi>{stands}</bdi>
            </td>
            <td>
              <bdi>{found}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { InvoiceLineView } from "@/bindings/commands";
import { VAT_RATES } from "@/bindings/constants";
import plain from "@/components/PlainTable.module.css";
import { Scroll } from "@/components/Scroll";
import { pounds, quantity } from "@/lib/money";
import { text } from "@/lib/texts";
import classes from "./Invoice.module.css";

/** The lines of a document, to read. */
export function LinesTable({ lines }: { lines: readonly InvoiceLineView[] }) {
  return (
    <Scroll label={text("invoice.lines")}>
      <table className={plain.table}>
        <caption className="visually-hidden">{text("invoice.lines")}</caption>
        <thead>
          <tr>
            <th scope="col">{text("invoice.description")}</th>
            <th scope="col" className={plain.number}>
              {text("invoice.quantity")}
            </th>
            <th scope="col" className={plain.number}>
              {text("invoice.unitPrice")}
            </th>
            <th scope="col">{text("invoice.vatRate")}</th>
            <th scope="col" className={plain.number}>
              {text("invoice.net")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={classes.text}>
                {line.part_number && <span className={classes.part}>{line.part_number} </span>}
                <bdi>{line.description}</bdi>
              </td>
              <td className={plain.number}>{quantity(line.quantity)}</td>
              <td className={plain.number}>{pounds(line.unit_price)}</td>
              <td>{VAT_RATES[line.vat_rate]}</td>
              <td className={plain.number}>{pounds(line.net)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

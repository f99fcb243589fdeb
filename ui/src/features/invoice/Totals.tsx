import type { Money, VatSum } from "@/bindings/commands";
import { VAT_RATES } from "@/bindings/constants";
import { pounds } from "@/lib/money";
import { text } from "@/lib/texts";
import classes from "./Invoice.module.css";

interface TotalsProps {
  rates: readonly VatSum[];
  net: Money;
  vat: Money;
  total: Money;
  isCredit: boolean;
}

/** VAT by rate, and what it all comes to. */
export function Totals({ rates, net, vat, total, isCredit }: TotalsProps) {
  return (
    <div className={classes.foot}>
      {rates.length > 0 && (
        <table className={classes.rates}>
          <caption className="visually-hidden">{text("invoice.vatByRate")}</caption>
          <thead>
            <tr>
              <th scope="col">{text("invoice.vatRate")}</th>
              <th scope="col" className={classes.number}>
                {text("invoice.net")}
              </th>
              <th scope="col" className={classes.number}>
                {text("invoice.vat")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((sum) => (
              <tr key={`${sum.rate} ${sum.percent}`}>
                <td>{VAT_RATES[sum.rate]}</td>
                <td className={classes.number}>{pounds(sum.net)}</td>
                <td className={classes.number}>{pounds(sum.vat)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className={classes.totals} aria-label={text("invoice.sums")}>
        <dt>{text("invoice.net")}</dt>
        <dd>{pounds(net)}</dd>
        <dt>{text("invoice.vat")}</dt>
        <dd>{pounds(vat)}</dd>
        <dt className={classes.total}>
          {text(isCredit ? "invoice.totalCredit" : "invoice.total")}
        </dt>
        <dd className={classes.total}>{pounds(total)}</dd>
      </dl>
    </div>
  );
}

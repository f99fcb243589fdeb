import type { SaleSum } from "@/bindings/commands";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";

/** What the sale comes to: net, VAT by rate, total. */
export function SaleTotal({ sum }: { sum: SaleSum | undefined }) {
  const known = sum && sum.total_text !== "";
  return (
    <dl className={classes.total} aria-label={text("sale.total")} aria-live="polite">
      <div>
        <dt>{text("sale.net")}</dt>
        <dd>{known ? sum.net_text : "–"}</dd>
      </div>
      {known &&
        sum.rates.map((rate) => (
          <div key={rate.label}>
            <dt>{text("sale.vatOf", { rate: rate.label })}</dt>
            <dd>{rate.vat_text}</dd>
          </div>
        ))}
      <div className={classes.sum}>
        <dt>{text("sale.total")}</dt>
        <dd>{known ? sum.total_text : "–"}</dd>
      </div>
    </dl>
  );
}

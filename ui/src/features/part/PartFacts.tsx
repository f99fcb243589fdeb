import type { CSSProperties, ReactNode } from "react";
import type { PartView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import shared from "@/components/shared.module.css";
import { text } from "@/lib/texts";
import classes from "./Part.module.css";
import { StockMark } from "./StockMark";

const TERMS = { "--terms": "132px" } as CSSProperties;

/** What is written of a part. */
export function PartFacts({ part, action }: { part: PartView; action: ReactNode }) {
  const quiet = (words: string) => <span className={shared.quiet}>{words}</span>;
  return (
    <Card title={text("part.details")} action={action}>
      <dl className={shared.facts} style={TERMS}>
        <dt>{text("part.number")}</dt>
        <dd className={shared.strong}>{part.number}</dd>
        <dt>{text("part.description")}</dt>
        <dd>{part.description}</dd>
        <dt>{text("part.location")}</dt>
        <dd>{part.location || quiet(text("part.noLocation"))}</dd>
        <dt>{text("part.price")}</dt>
        <dd className={shared.figures}>{part.unit_price_text}</dd>
        <dt>{text("part.vat")}</dt>
        <dd>{part.vat_label}</dd>
        <dt>{text("part.changedBy")}</dt>
        <dd>{text("part.lastChanged", { by: part.changed_by, at: part.changed_at })}</dd>
      </dl>
    </Card>
  );
}

/** What there is of it. */
export function PartStock({ part, action }: { part: PartView; action: ReactNode }) {
  return (
    <Card title={text("part.stock")} action={action}>
      <div className={classes.stock}>
        <span className={classes.figure}>{part.in_stock_text}</span>
        <StockMark part={part} />
      </div>
      <dl className={shared.facts} style={TERMS}>
        <dt>{text("part.lowAt")}</dt>
        <dd className={shared.figures}>
          {part.low_stock_text || <span className={shared.quiet}>{text("part.noLevel")}</span>}
        </dd>
      </dl>
    </Card>
  );
}

import type { JobLinesSum } from "@/bindings/commands";
import { FormRefusal, Notice } from "@/components/Notice";
import type { Refusal } from "@/lib/refusal";
import { text } from "@/lib/texts";
import classes from "./JobCard.module.css";

interface SumsProps {
  sum: JobLinesSum | undefined;
  refusal: Refusal | null;
}

/** What the lines come to, at the foot of them: net, VAT rate by rate, total. */
export function Sums({ sum, refusal }: SumsProps) {
  const sums = sum?.sums;
  return (
    <div className={classes.sums} role="group" aria-label={text("job_card.sums")}>
      {sum?.problem && <Notice tone="bad">{sum.problem}</Notice>}
      <FormRefusal refusal={refusal} />
      <dl>
        <dt>{text("job_card.net")}</dt>
        <dd>{sums?.net_text ?? "–"}</dd>
        {sums?.vat.map(({ rate, label, net_text, vat_text }) => (
          <div key={rate}>
            <dt>{text("job_card.vatOn", { rate: label, net: net_text })}</dt>
            <dd>{vat_text}</dd>
          </div>
        ))}
        <div className={classes.total}>
          <dt>{text("job_card.total")}</dt>
          <dd>{sums?.total_text ?? "–"}</dd>
        </div>
      </dl>
    </div>
  );
}

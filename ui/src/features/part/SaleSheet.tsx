import { Button } from "@mantine/core";
import { IconShoppingCart } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { BroughtBack } from "@/components/BroughtBack";
import { WithKey } from "@/components/CommandKeys";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { EmptyState } from "@/components/EmptyState";
import { FormRefusal } from "@/components/Notice";
import { notifyDone } from "@/components/notify";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useCommands } from "@/lib/commands";
import { paths } from "@/lib/paths";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import classes from "./Counter.module.css";
import { PartEntry } from "./PartEntry";
import { SaleLines } from "./SaleLines";
import { SaleTotal } from "./SaleTotal";
import { newSale, withPart } from "./sale";
import { usePosting } from "./usePosting";
import type { useSale } from "./useSale";

interface SaleSheetProps {
  of: ReturnType<typeof useSale>;
  contactId: ContactId | null;
  /** The customer's preferences wait for a review. */
  readOnly: boolean;
}

/** The sale itself: parts by their number, what they come to, and the way to a printed invoice. */
export function SaleSheet({ of, contactId, readOnly }: SaleSheetProps) {
  const { sale, setSale, kept, sum } = of;
  const navigate = useNavigate();
  const entry = useRef<HTMLInputElement>(null);
  const missing = useMissingRight("post_invoice");
  const [clearing, setClearing] = useState(false);
  const toEntry = () => entry.current?.focus();
  const begin = () => {
    kept.done();
    setSale(newSale());
    toEntry();
  };
  const posting = usePosting({
    sale,
    contactId,
    onDrafted: (draft) => setSale((was) => ({ ...was, draft })),
    onPosted: (id, number) => {
      notifyDone(text("sale.posted", { number }), {
        label: text("sale.open"),
        onAct: () => navigate(paths.invoice(id)),
      });
      begin();
    },
    onKept: (id) => {
      notifyDone(text("sale.kept"), {
        label: text("sale.open"),
        onAct: () => navigate(paths.invoice(id)),
      });
      begin();
    },
  });
  // Where the work goes on once the review is answered.
  useEffect(() => {
    if (!readOnly) entry.current?.focus();
  }, [readOnly]);
  const nothing = sale.lines.length === 0 ? text("sale.emptyWords") : null;
  const reason = missing ?? (readOnly ? text("sale.reviewFirst") : nothing);
  useCommands([
    { id: "sale.post", missing: reason, run: () => posting.post() },
    { id: "sale.keep", missing: reason, run: posting.keep },
  ]);

  return (
    <section className={classes.sale} aria-label={text("sale.title")}>
      <div className={classes.news}>
        <BroughtBack draft={kept} />
        <FormRefusal refusal={posting.refusal ?? of.refusal} />
      </div>
      <PartEntry
        ref={entry}
        readOnly={readOnly}
        onAdd={(part, quantity) =>
          setSale((was) => ({ ...was, lines: withPart(was.lines, part, quantity) }))
        }
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
      <div className={classes.scroll} role="group" aria-label={text("sale.lines")} tabIndex={0}>
        {sale.lines.length === 0 ? (
          <EmptyState icon={<IconShoppingCart size={22} />} title={text("sale.empty")}>
            {text("sale.emptyWords")}
          </EmptyState>
        ) : (
          <SaleLines
            lines={sale.lines}
            sum={sum}
            readOnly={readOnly}
            onChange={(lines) => setSale((was) => ({ ...was, lines }))}
            onDone={toEntry}
          />
        )}
        {sum?.problem && <p className={shared.error}>{sum.problem}</p>}
      </div>
      <div className={classes.foot}>
        <div className={classes.buttons}>
          <WithReason reason={reason}>
            <WithKey id="sale.post">
              <Button loading={posting.running} onClick={() => posting.post()}>
                {text("sale.post")}
              </Button>
            </WithKey>
          </WithReason>
          <WithReason reason={reason}>
            <WithKey id="sale.keep">
              <Button variant="default" disabled={posting.running} onClick={posting.keep}>
                {text("sale.keep")}
              </Button>
            </WithKey>
          </WithReason>
          {sale.lines.length > 0 && (
            <Button variant="subtle" onClick={() => setClearing(true)}>
              {text("sale.clear")}
            </Button>
          )}
        </div>
        <SaleTotal sum={sum} />
      </div>
      <ConfirmDialog
        opened={posting.short.length > 0}
        title={text("sale.shortTitle")}
        confirmLabel={text("sale.shortGo")}
        danger
        busy={posting.running}
        onConfirm={() => posting.post(true)}
        onClose={() => {
          posting.forget();
          toEntry();
        }}
      >
        <p>{text("sale.shortWords")}</p>
        <ul className={shared.bullets}>
          {posting.short.map((short) => (
            <li key={short.number}>
              {text("sale.shortLine", {
                number: short.number,
                description: short.description,
                stock: short.in_stock_text,
                left: short.would_leave,
              })}
            </li>
          ))}
        </ul>
        <p>{text("sale.shortNext")}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={clearing}
        title={text("sale.clear")}
        confirmLabel={text("common.discard")}
        danger
        onConfirm={() => {
          setClearing(false);
          begin();
        }}
        onClose={() => setClearing(false)}
      >
        <p>{text("common.keepTypedWords")}</p>
      </ConfirmDialog>
    </section>
  );
}

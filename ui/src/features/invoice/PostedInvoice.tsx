import { Button } from "@mantine/core";
import { IconReceiptRefund } from "@tabler/icons-react";
import { useState } from "react";
import type { InvoiceView } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { WithKey } from "@/components/CommandKeys";
import { Page } from "@/components/Page";
import shared from "@/components/shared.module.css";
import { Tag } from "@/components/Tag";
import { WithReason } from "@/components/WithReason";
import { useCommands } from "@/lib/commands";
import { pounds } from "@/lib/money";
import { useMissingRight } from "@/lib/session";
import { text } from "@/lib/texts";
import { CreditDialog } from "./CreditDialog";
import { DocumentHead } from "./DocumentHead";
import { HandOverButtons } from "./HandOverButtons";
import classes from "./Invoice.module.css";
import { LinesTable } from "./LinesTable";
import { Totals } from "./Totals";
import { crumbsOf, titleOf } from "./words";

/** A document that was posted, as it stands on paper. Nothing on it can be changed. */
export function PostedInvoice({ invoice }: { invoice: InvoiceView }) {
  const [crediting, setCrediting] = useState(false);
  const isCredit = invoice.kind === "credit_note";
  const missing =
    useMissingRight("credit_invoice") ?? (invoice.may.credit ? null : text("invoice.nothingLeft"));
  useCommands(isCredit ? [] : [{ id: "invoice.credit", missing, run: () => setCrediting(true) }]);
  return (
    <Page
      title={titleOf(invoice)}
      crumbs={crumbsOf(invoice.department)}
      tags={
        <>
          <Tag>{invoice.title}</Tag>
          {invoice.credited > 0 && (
            <Tag tone={invoice.used_up ? "warn" : "plain"}>
              {text("invoice.creditedSum", { sum: pounds(invoice.credited) })}
            </Tag>
          )}
        </>
      }
      actions={
        <>
          <HandOverButtons invoice={invoice} />
          {!isCredit && (
            <WithReason reason={missing}>
              <WithKey id="invoice.credit">
                <Button
                  variant="default"
                  leftSection={<IconReceiptRefund size={15} />}
                  onClick={() => setCrediting(true)}
                >
                  {text("invoice.credit")}
                </Button>
              </WithKey>
            </WithReason>
          )}
        </>
      }
    >
      <Card className={classes.document}>
        <DocumentHead invoice={invoice} />
        <LinesTable lines={invoice.lines} />
        <Totals
          rates={invoice.rates}
          net={invoice.net}
          vat={invoice.vat}
          total={invoice.total}
          isCredit={isCredit}
        />
        <p className={shared.small}>
          {text("invoice.postedBy", { when: invoice.posted_local, who: invoice.posted_by })}
        </p>
      </Card>
      {crediting && <CreditDialog invoice={invoice} onClose={() => setCrediting(false)} />}
    </Page>
  );
}

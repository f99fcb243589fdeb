import { Button, NumberInput } from "@mantine/core";
import { useState } from "react";
import type { InvoiceSeries } from "@/bindings/commands";
import { Card } from "@/components/Card";
import { DialogForm } from "@/components/DialogForm";
import { ErrorState } from "@/components/ErrorState";
import { notifyDone } from "@/components/notify";
import plain from "@/components/PlainTable.module.css";
import shared from "@/components/shared.module.css";
import { WithReason } from "@/components/WithReason";
import { useCall, useChange } from "@/lib/api";
import { useMissingRight } from "@/lib/session";
import { placeOf } from "@/lib/settings";
import { text } from "@/lib/texts";

/** Where the numbers of invoices go on: from the books of before, as long as none of a series was given. */
export function InvoiceSeriesCard() {
  const missing = useMissingRight("start_invoice_series");
  const series = useCall("list_invoice_series", {}, { enabled: missing === null });
  const [changing, setChanging] = useState<InvoiceSeries | null>(null);
  return (
    <div {...placeOf("invoice_series")}>
      <Card title={text("setting.invoiceSeries")} hint={text("setting.invoiceSeriesHint")}>
        {missing && <p className={shared.quiet}>{missing}</p>}
        {series.error && (
          <ErrorState refusal={series.error} onRetry={() => void series.refetch()} />
        )}
        {series.data && (
          <table className={plain.table}>
            <caption className="visually-hidden">{text("setting.invoiceSeries")}</caption>
            <tbody>
              {series.data.map((one) => {
                const reason = one.in_use ? text("setting.invoiceSeriesInUse") : null;
                return (
                  <tr key={one.series}>
                    <th scope="row">{one.label}</th>
                    <td className={shared.figures}>
                      {text("setting.invoiceSeriesNext", { number: one.next })}
                    </td>
                    <td className={plain.number}>
                      <WithReason reason={missing ?? reason}>
                        <Button
                          variant="subtle"
                          size="compact-sm"
                          aria-label={text("setting.invoiceSeriesChangeOf", { what: one.label })}
                          onClick={() => setChanging(one)}
                        >
                          {text("setting.invoiceSeriesChange")}
                        </Button>
                      </WithReason>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </Card>
      {changing && <StartDialog series={changing} onClose={() => setChanging(null)} />}
    </div>
  );
}

function StartDialog({ series, onClose }: { series: InvoiceSeries; onClose: () => void }) {
  const [first, setFirst] = useState<number | string>(series.next_at);
  const start = useChange("start_invoice_series", {
    onSuccess: () => {
      onClose();
      notifyDone(text("setting.saved", { what: series.label }));
    },
  });
  const wrong = start.error?.fields.first;
  return (
    <DialogForm
      opened
      title={text("setting.invoiceSeriesTitle", { what: series.label })}
      busy={start.isPending}
      submitDisabled={first === ""}
      refusal={wrong ? null : start.error}
      onSubmit={() => start.mutate({ series: series.series, first: Number(first) })}
      onClose={onClose}
    >
      <NumberInput
        label={text("setting.invoiceSeriesFirst")}
        description={text("setting.invoiceSeriesFirstHint")}
        prefix={`${series.series}-`}
        min={1}
        max={999_999_999}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="blur"
        value={first}
        error={wrong}
        onChange={setFirst}
      />
    </DialogForm>
  );
}

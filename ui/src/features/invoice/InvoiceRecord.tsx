import { useParams } from "react-router";
import type { InvoiceId } from "@/bindings/commands";
import { ErrorState } from "@/components/ErrorState";
import { LoadingState } from "@/components/LoadingState";
import { Page } from "@/components/Page";
import { useCall } from "@/lib/api";
import { text } from "@/lib/texts";
import { DraftInvoice } from "./DraftInvoice";
import { PostedInvoice } from "./PostedInvoice";

/** One invoice or credit note. Opening another one begins anew. */
export function InvoiceRecord() {
  const id = (useParams().id ?? "") as InvoiceId;
  return <Opening key={id} id={id} />;
}

function Opening({ id }: { id: InvoiceId }) {
  const invoice = useCall("get_invoice", { id }, { refetchOnMount: "always" });
  if (invoice.error || !invoice.data) {
    return (
      <Page title={text("invoice.title")}>
        {invoice.error ? (
          <ErrorState refusal={invoice.error} onRetry={() => void invoice.refetch()} />
        ) : (
          <LoadingState />
        )}
      </Page>
    );
  }
  const { data } = invoice;
  return data.status === "draft" ? (
    <DraftInvoice invoice={data} />
  ) : (
    <PostedInvoice invoice={data} />
  );
}

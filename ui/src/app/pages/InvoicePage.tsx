import { InvoiceRecord } from "@/features/invoice/InvoiceRecord";

/** One invoice or credit note. */
export function InvoicePage() {
  return <InvoiceRecord />;
}

import type { InvoiceView } from "@/bindings/commands";
import type { Crumb } from "@/components/Page";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";

/** What a screen of a document is called: its number, or that it has none yet. */
export function titleOf({ kind, number }: Pick<InvoiceView, "kind" | "number">): string {
  if (number) return number;
  return text(kind === "credit_note" ? "invoice.draftCredit" : "invoice.draftInvoice");
}

/** The list that a document stands on. What sales bring has no list of its own yet. */
export function crumbsOf(department: InvoiceView["department"]): Crumb[] {
  if (department === "parts") {
    return [
      { label: text("invoice.parts"), to: paths.parts },
      { label: text("invoice.invoices"), to: paths.partsInvoices },
    ];
  }
  return [
    { label: text("invoice.service"), to: paths.diary() },
    { label: text("invoice.invoices"), to: paths.serviceInvoices },
  ];
}

import { InvoiceSettings } from "@/features/setting/service/InvoiceSettings";
import { SectionPage } from "./SectionPage";
import { sections } from "./sections";

/** Settings > Service > Settings > Invoices (D-38). */
export function InvoicesPage() {
  return (
    <SectionPage section={sections.invoices}>
      <InvoiceSettings />
    </SectionPage>
  );
}

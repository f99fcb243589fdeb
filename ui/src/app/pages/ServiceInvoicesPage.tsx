import { useSearchParams } from "react-router";
import { Page } from "@/components/Page";
import { InvoiceList, InvoiceListActions } from "@/features/invoice/InvoiceList";
import { readShown, writeShown } from "@/features/invoice/invoices";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { ServiceTabs, serviceCrumbs } from "./ServiceTabs";

/** Service > Invoices. */
export function ServiceInvoicesPage() {
  const [search, setSearch] = useSearchParams();
  const shown = readShown(search);
  return (
    <Page
      fill
      title={text("invoice.invoices")}
      crumbs={serviceCrumbs()}
      actions={<InvoiceListActions department="service" shown={shown} />}
    >
      <div className={classes.screen}>
        <ServiceTabs />
        <InvoiceList
          department="service"
          shown={shown}
          onShow={(next) => setSearch(writeShown(next), { replace: true })}
        />
      </div>
    </Page>
  );
}

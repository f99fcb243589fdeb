import { useSearchParams } from "react-router";
import { Page } from "@/components/Page";
import { InvoiceList, InvoiceListActions } from "@/features/invoice/InvoiceList";
import { readShown, writeShown } from "@/features/invoice/invoices";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { PartsTabs } from "./PartsTabs";
import { partsCrumbs } from "./parts";

/** Parts > Invoices. */
export function PartsInvoicesPage() {
  const [search, setSearch] = useSearchParams();
  const shown = readShown(search);
  return (
    <Page
      fill
      title={text("invoice.invoices")}
      crumbs={partsCrumbs()}
      actions={<InvoiceListActions department="parts" shown={shown} />}
    >
      <div className={classes.screen}>
        <PartsTabs />
        <InvoiceList
          department="parts"
          shown={shown}
          onShow={(next) => setSearch(writeShown(next), { replace: true })}
        />
      </div>
    </Page>
  );
}

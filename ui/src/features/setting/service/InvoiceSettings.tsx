import { WithSettings } from "../WithSettings";
import { InvoiceCustomerCard } from "./InvoiceCustomerCard";
import { InvoicePaymentCard } from "./InvoicePaymentCard";
import { InvoiceSeriesCard } from "./InvoiceSeriesCard";

/** Settings > Service > Settings > Invoices (D-38). */
export function InvoiceSettings() {
  return (
    <WithSettings>
      {({ values }) => (
        <>
          <InvoiceCustomerCard values={values} />
          <InvoicePaymentCard days={Number(values["inv.due_days"])} />
          <InvoiceSeriesCard />
        </>
      )}
    </WithSettings>
  );
}

import { useSearchParams } from "react-router";
import { Page } from "@/components/Page";
import { FindReceipt } from "@/features/consent_receipt/FindReceipt";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > Find Receipt (M-04). The number stands in the address, so that coming back shows it again. */
export function ReceiptsPage() {
  const [search, setSearch] = useSearchParams();
  return (
    <Page title={text("consent_receipt.title")} crumbs={customersCrumbs()}>
      <div className={classes.screen}>
        <CustomersTabs />
        <FindReceipt
          number={search.get("number") ?? ""}
          onNumber={(number) => setSearch(number === "" ? {} : { number })}
        />
      </div>
    </Page>
  );
}

import { Page } from "@/components/Page";
import { ImportTab } from "@/features/imports/ImportTab";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";

/** Customers > Import. */
export function ImportPage() {
  return (
    <Page title={text("imports.title")} crumbs={[{ label: text("contacts.customers") }]}>
      <div className={classes.flow}>
        <CustomersTabs />
        <ImportTab />
      </div>
    </Page>
  );
}

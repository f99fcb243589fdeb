import { Page } from "@/components/Page";
import { ImportTab } from "@/features/import/ImportTab";

import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > Import. */
export function ImportPage() {
  return (
    <Page title={text("import.title")} crumbs={customersCrumbs()}>
      <div className={classes.flow}>
        <CustomersTabs />
        <ImportTab />
      </div>
    </Page>
  );
}

import { Page } from "@/components/Page";
import { ImportTab } from "@/features/import/ImportTab";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";

/** Customers > Import. */
export function ImportPage() {
  return (
    <Page
      title={text("import.title")}
      crumbs={[{ label: text("contact.customers"), to: paths.contacts }]}
    >
      <div className={classes.flow}>
        <CustomersTabs />
        <ImportTab />
      </div>
    </Page>
  );
}

import { Page } from "@/components/Page";
import { ToFixActions, ToFixList } from "@/features/contact/ToFixList";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > Utilities > Addresses to Fix (L-04). */
export function ToFixPage() {
  return (
    <Page
      fill
      title={text("contact.toFix")}
      crumbs={customersCrumbs()}
      actions={<ToFixActions />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ToFixList />
      </div>
    </Page>
  );
}

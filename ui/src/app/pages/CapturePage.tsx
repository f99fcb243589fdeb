import { Page } from "@/components/Page";
import { CaptureTab } from "@/features/capture/CaptureTab";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";

/** Customers > Print Data Capture (D-24). */
export function CapturePage() {
  return (
    <Page title={text("capture.tab")} crumbs={[{ label: text("contacts.customers") }]}>
      <div className={classes.flow}>
        <CustomersTabs />
        <CaptureTab />
      </div>
    </Page>
  );
}

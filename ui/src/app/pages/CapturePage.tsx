import { Page } from "@/components/Page";
import { CaptureTab } from "@/features/capture_form/CaptureTab";

import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > Print Data Capture (D-24). */
export function CapturePage() {
  return (
    <Page title={text("capture_form.tab")} crumbs={customersCrumbs()}>
      <div className={classes.flow}>
        <CustomersTabs />
        <CaptureTab />
      </div>
    </Page>
  );
}

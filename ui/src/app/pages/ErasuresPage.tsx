import { useState } from "react";
import { Page } from "@/components/Page";
import { ErasureActions } from "@/features/erasure/ErasureActions";
import { ErasureList } from "@/features/erasure/ErasureList";
import { everything } from "@/features/erasure/erasures";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > Utilities > GDPR Erasure (D-23). */
export function ErasuresPage() {
  const [asked, setAsked] = useState(everything);
  return (
    <Page
      fill
      title={text("erasure.listTitle")}
      crumbs={customersCrumbs()}
      actions={<ErasureActions asked={asked} />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ErasureList asked={asked} onAsk={setAsked} />
      </div>
    </Page>
  );
}

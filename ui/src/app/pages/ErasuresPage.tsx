import { useState } from "react";
import { Page } from "@/components/Page";
import { ErasureActions } from "@/features/erasure/ErasureActions";
import { ErasureList } from "@/features/erasure/ErasureList";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > Utilities > GDPR Erasure (D-23). */
export function ErasuresPage() {
  const [workstation, setWorkstation] = useState<string | null>(null);
  return (
    <Page
      fill
      title={text("erasure.listTitle")}
      crumbs={customersCrumbs()}
      actions={<ErasureActions workstation={workstation} />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ErasureList workstation={workstation} onWorkstation={setWorkstation} />
      </div>
    </Page>
  );
}

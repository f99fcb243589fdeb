import { useState } from "react";
import { Page } from "@/components/Page";
import { ErasureActions } from "@/features/erasure/ErasureActions";
import { ErasureList } from "@/features/erasure/ErasureList";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";

/** Customers > Utilities > GDPR Erasure (D-23). */
export function ErasuresPage() {
  const [workstation, setWorkstation] = useState<string | null>(null);
  return (
    <Page
      fill
      title={text("erasure.listTitle")}
      crumbs={[
        { label: text("contact.customers"), to: paths.contacts },
        { label: text("erasure.utilities") },
      ]}
      actions={<ErasureActions workstation={workstation} />}
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ErasureList workstation={workstation} onWorkstation={setWorkstation} />
      </div>
    </Page>
  );
}

import { useState } from "react";
import { useNavigate } from "react-router";
import type { ContactId } from "@/bindings/commands";
import { Page } from "@/components/Page";
import { PrintDueFormsButton } from "@/features/capture_form/PrintDueFormsButton";
import { PrintFormsButton } from "@/features/capture_form/PrintFormsButton";
import { lastOpened, rememberOpened } from "@/features/contact/lastOpened";
import { PortalLinksButton } from "@/features/portal_link/PortalLinksButton";
import { ReconsentActions } from "@/features/reconsent/ReconsentActions";
import { ReconsentList } from "@/features/reconsent/ReconsentList";
import { useReconsent } from "@/features/reconsent/useReconsent";
import { paths } from "@/lib/paths";
import { text } from "@/lib/texts";
import classes from "./Customers.module.css";
import { CustomersTabs } from "./CustomersTabs";
import { customersCrumbs } from "./customers";

/** Customers > All Contacts > Marketing Re-consent Needed (D-15). */
export function ReconsentPage() {
  const navigate = useNavigate();
  const list = useReconsent();
  const marks = useState<ReadonlySet<string>>(new Set());
  return (
    <Page
      fill
      title={text("reconsent.title")}
      crumbs={customersCrumbs()}
      actions={
        <>
          <PrintDueFormsButton total={list.total ?? list.rows.length} />
          <ReconsentActions
            ticked={[...marks[0]] as ContactId[]}
            isEmpty={!list.isPending && list.rows.length === 0}
          />
        </>
      }
    >
      <div className={classes.screen}>
        <CustomersTabs />
        <ReconsentList
          list={list}
          marks={marks}
          startAt={lastOpened() ?? undefined}
          onOpen={(id) => {
            rememberOpened(id);
            navigate(paths.contact(id), { state: { from: paths.reconsent } });
          }}
          tickedActions={(ids) => (
            <>
              <PrintFormsButton ids={ids} />
              <PortalLinksButton
                ids={ids}
                refusedActions={(refused) => <PrintFormsButton ids={refused} />}
              />
            </>
          )}
        />
      </div>
    </Page>
  );
}
